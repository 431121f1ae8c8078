/** A worker of the debrief. The page starts several (threads.ts); each does what it is asked, one thing after the other. */
import { expose } from 'comlink';
import { createDebriefWork } from './debriefWork.ts';
import { createKernelProgram } from './kernelProgram.ts';

expose(createDebriefWork(createKernelProgram));
