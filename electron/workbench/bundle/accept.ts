import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { because } from '../../../shared/cause.ts';
import { withAnswer } from '../../../shared/plan/accepted.ts';
import { isAcceptable } from '../../../shared/plan/problems.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Keeps with which reason somebody answered for a problem of the bundle; an earlier reason for the same is replaced. */
export const acceptHandler: Handler<'bundle.accept'> = ({ case: folder, code, where, reason }, { services }) => {
  if (!isAcceptable(code))
    throw new FascicleError('bad-call', { why: because('not-acceptable', { code }), command: 'accept' });
  return writing(folder, services, (caseFile) => {
    const plan = caseFile.plan();
    const accepted = withAnswer(plan.accepted, { code, where, reason });
    caseFile.logEvent('plan-set', { ...plan, accepted });
    return { accepted };
  });
};
