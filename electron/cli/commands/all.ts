import type { CommandSpec } from '../command.ts';
import { attachCommand, digestsCommand } from './anchor.ts';
import { bundleCommand } from './bundle.ts';
import { captureCommand } from './capture.ts';
import { demoCommand, doctorCommand } from './program.ts';
import { editCommand, redactCommand } from './edit.ts';
import { exhibitsCommand } from './exhibits.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { backupCommand, healthCommand, repairCommand } from './keep.ts';
import { receiveCommand } from './receive.ts';
import { excludeCommand, includeCommand, listCommand, showCommand } from './items.ts';
import { ocrCommand } from './ocr.ts';
import { regionCommand } from './region.ts';
import { applicationCommand } from './application.ts';
import { listsCommand } from './lists.ts';
import { newCommand } from './new.ts';
import { loginCommand, logoutCommand } from './login.ts';
import { cancelCommand, finishCommand, pauseCommand, queueCommand, resumeCommand, retryCommand } from './queue.ts';
import { proveCommand } from './prove.ts';
import { signCommand } from './sign.ts';
import { stitchCommand } from './stitch.ts';
import { traceCommand } from './trace.ts';
import { timestampCommand } from './timestamp.ts';
import { claimsCommand } from './claims.ts';
import { compareCommand } from './compare.ts';
import { spreadCommand } from './spread.ts';
import { orderCommand } from './order.ts';
import { verifyCommand } from './verify.ts';
import { watchCommand, watchRunCommand } from './watch.ts';

/** Every command, in the order of the work. */
export const commands = [
  newCommand,
  loginCommand,
  captureCommand,
  finishCommand,
  logoutCommand,
  queueCommand,
  resumeCommand,
  pauseCommand,
  cancelCommand,
  retryCommand,
  importCommand,
  digestsCommand,
  attachCommand,
  listCommand,
  showCommand,
  excludeCommand,
  includeCommand,
  redactCommand,
  regionCommand,
  stitchCommand,
  traceCommand,
  ocrCommand,
  editCommand,
  exhibitsCommand,
  bundleCommand,
  listsCommand,
  applicationCommand,
  signCommand,
  timestampCommand,
  proveCommand,
  exportCommand,
  receiveCommand,
  claimsCommand,
  spreadCommand,
  compareCommand,
  orderCommand,
  watchCommand,
  watchRunCommand,
  verifyCommand,
  healthCommand,
  repairCommand,
  backupCommand,
  doctorCommand,
  demoCommand,
  // Each keeps its own method's types; the list only needs what all have in common.
] as unknown as readonly CommandSpec[];
