/** Oxygen by the monitor, and one course of dexamethasone once oxygen is needed, as in RECOVERY. */
export const policy = ({ vitals, oxygen, treatments, legal }) => {
  const commands = [];
  if (vitals.SpO2 < 92 && oxygen.step < oxygen.highest) {
    commands.push({ type: 'oxygen', step: oxygen.step + 1 });
  }
  if (vitals.SpO2 > 97.5 && oxygen.step > 0) {
    commands.push({ type: 'oxygen', step: oxygen.step - 1 });
  }
  const steroid = legal.find(({ treatment, regimen }) => treatment === 'dexamethasone' && regimen === 'low');
  if (steroid && oxygen.step > 0 && treatments.dexamethasone.dosesGiven === 0) {
    commands.push(steroid);
  }
  return commands;
};
