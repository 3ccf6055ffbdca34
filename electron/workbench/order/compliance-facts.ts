import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { deadlinesOf } from '../../../shared/order/deadlines.ts';
import { obligationReports } from '../../../shared/order/obligations.ts';
import type { ComplianceFacts } from '../../bundle/model.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { evidenceOf } from './case-evidence.ts';

/**
 * The order and what the captures of a case show of it. "Now" is the moment of the last content entry: the same state of
 * the case gives the same report, whenever it is built.
 * @throws {FascicleError} `order-missing`
 */
export function complianceFacts(caseFile: ReadableCase): ComplianceFacts {
  const order = caseFile.statement('order');
  if (order === null || order.obligations.length === 0) throw new FascicleError('order-missing');
  const asOf = caseFile.head('content').wall;
  const reports = obligationReports(order, evidenceOf(caseFile, new Date(asOf)));
  return { asOf, order, deadlines: deadlinesOf(order), reports };
}
