import type { Method } from '../../shared/contract.ts';
import { attachHandler, digestsHandler } from './anchors.ts';
import { exportHandler } from './packages.ts';
import { backupHandler, healthHandler, repairHandler } from './keep.ts';
import { receiveHandler } from './receive.ts';
import { applicationHandler, bundleHandler, listsHandler } from './bundle.ts';
import { createCaseHandler, recentCasesHandler } from './cases/cases.ts';
import { demoHandler } from './demo/run-demo.ts';
import { doctorHandler } from './doctor.ts';
import { editCaseHandler } from './edit-case.ts';
import { exhibitsHandler } from './exhibits.ts';
import { importHandler } from './import.ts';
import { takeHandler } from './queue/hands.ts';
import { captureHandler } from './queue/capture.ts';
import { finishByHand } from './queue/finish.ts';
import { beginSession, endSession } from './queue/login.ts';
import { addToQueue, cancelJobs, holdQueue, listQueue, retryJobs, runQueueHandler } from './queue/queue.ts';
import { claimsHandler } from './claims/claims.ts';
import { compareHandler } from './compare.ts';
import { spreadHandler } from './spread/spread.ts';
import { orderHandler } from './order/order.ts';
import { excludeItem, includeItem, listItems, showItem } from './items/items.ts';
import { casePlaceHandler } from './case-place.ts';
import { proveHandler } from './prove.ts';
import { signHandler } from './sign.ts';
import { timestampHandler } from './time-stamps.ts';
import { redactHandler } from './items/redact.ts';
import { readItemsHandler } from './items/read.ts';
import { regionHandler } from './items/region.ts';
import { runWatchHandler } from './watch/run-watch.ts';
import { watchHandler } from './watch/watch.ts';
import { stitchHandler } from './items/stitch.ts';
import { traceHandler } from './items/trace.ts';
import { verifyHandler } from './verify.ts';
import { windowHandlers } from './window/handlers.ts';
import type { Handler } from './workbench.ts';

/** One handler for each method of the contract; the compiler sees that none is missing. */
export const handlers: { readonly [M in Method]: Handler<M> } = {
  ...windowHandlers,
  'cases.create': createCaseHandler,
  'cases.recent': recentCasesHandler,
  'capture.run': captureHandler,
  'capture.take': takeHandler,
  'session.begin': beginSession,
  'session.end': endSession,
  'queue.add': addToQueue,
  'queue.list': listQueue,
  'queue.run': runQueueHandler,
  'queue.hold': holdQueue,
  'queue.cancel': cancelJobs,
  'queue.retry': retryJobs,
  'queue.finish': finishByHand,
  'intake.import': importHandler,
  'digests.export': digestsHandler,
  'package.export': exportHandler,
  'case.repair': repairHandler,
  'case.backup': backupHandler,
  'case.health': healthHandler,
  'case.place': casePlaceHandler,
  'package.receive': receiveHandler,
  'attachments.add': attachHandler,
  'items.list': listItems,
  'items.show': showItem,
  'items.exclude': excludeItem,
  'items.include': includeItem,
  'exhibits.arrange': exhibitsHandler,
  'case.edit': editCaseHandler,
  'items.redact': redactHandler,
  'items.region': regionHandler,
  'items.stitch': stitchHandler,
  'items.trace': traceHandler,
  'watch.keep': watchHandler,
  'watch.run': runWatchHandler,
  'items.read': readItemsHandler,
  'bundle.build': bundleHandler,
  'bundle.lists': listsHandler,
  'application.draft': applicationHandler,
  'bundle.sign': signHandler,
  'stamps.ask': timestampHandler,
  'claims.keep': claimsHandler,
  'spread.keep': spreadHandler,
  'compare.run': compareHandler,
  'order.keep': orderHandler,
  'verify.run': verifyHandler,
  'proof.make': proveHandler,
  'program.doctor': doctorHandler,
  'demo.run': demoHandler,
};
