import type { CommandSpec } from '../command.ts';
import { attachCommand, digestsCommand } from './anchor.ts';
import { bundleCommand } from './bundle.ts';
import { captureCommand } from './capture.ts';
import { demoCommand, doctorCommand } from './program.ts';
import { editCommand, redactCommand } from './edit.ts';
import { exhibitsCommand } from './exhibits.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { excludeCommand, includeCommand, listCommand, showCommand } from './items.ts';
import { ocrCommand } from './ocr.ts';
import { regionCommand } from './region.ts';
import { listsCommand } from './lists.ts';
import { newCommand } from './new.ts';
import { cancelCommand, pauseCommand, queueCommand, resumeCommand, retryCommand } from './queue.ts';
import { signCommand } from './sign.ts';
import { timestampCommand } from './timestamp.ts';
import { orderCommand } from './order.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the work. */
export const commands = [
  newCommand,
  captureCommand,
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
  ocrCommand,
  editCommand,
  exhibitsCommand,
  bundleCommand,
  listsCommand,
  signCommand,
  timestampCommand,
  exportCommand,
  orderCommand,
  verifyCommand,
  doctorCommand,
  demoCommand,
  // Each keeps its own method's types; the list only needs what all have in common.
] as unknown as readonly CommandSpec[];
