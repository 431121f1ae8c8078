# Times deSolve's LSODA on the course of task.txt with the compiled right-hand side of model.so.
# Prints a line for each tolerance that comes through: "run", tolerance, processor seconds of one course, states at the marks.
suppressMessages(library(deSolve))
folder <- commandArgs(TRUE)[1]
task <- lapply(strsplit(readLines(file.path(folder, "task.txt")), " "), as.numeric)
initial <- task[[1]]
parameters <- task[[2]]
scale <- ifelse(task[[3]] > 0, task[[3]], 1)
times <- task[[4]]
invisible(dyn.load(file.path(folder, "model.so")))
solve_course <- function(tolerance) {
  suppressWarnings(lsoda(
    initial, times, "derivs", parameters,
    rtol = tolerance, atol = tolerance * 1e-3 * scale, maxsteps = 100000,
    dllname = "model", initfunc = "initmod"
  ))
}
for (tolerance in task[[5]]) {
  start <- proc.time()
  for (round in seq_len(task[[6]])) {
    # A tolerance at which the solver loses the course is left out.
    result <- tryCatch(solve_course(tolerance), error = function(lost) NULL)
    if (is.null(result)) break
  }
  seconds <- sum((proc.time() - start)[1:2]) / task[[6]]
  if (is.null(result) || nrow(result) != length(times) || attr(result, "istate")[1] != 2) next
  states <- result[-1, -1]
  if (!all(is.finite(states))) next
  cat("\nrun", sprintf("%.17g", c(tolerance, seconds, t(states))), "\n")
}
