import { methods, type Input, type Method, type Output } from '../../shared/contract.ts';
import { causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { say } from '../../shared/language.ts';
import { clearLeftTempDirs } from '../casefile/files/temp-dir.ts';
import { handlers } from './handlers.ts';
import { readForWindow, type Served } from './window/served-files.ts';
import { OpenCases } from './window/open-cases.ts';
import type { Services } from './services.ts';
import type { CallContext, HandlerContext } from './handler.ts';

/** The use cases of Fascicle behind one function. Shells and the command line hold no decisions of their own. */
export interface Workbench {
  /**
   * @throws {FascicleError} `bad-call` when the input does not fit the contract; else as the method says
   */
  call<M extends Method>(method: M, input: Input<M>, context: CallContext): Promise<Output<M>>;
  /**
   * A picture, text or bundle of a case that is open in the window, by its address `/case/KEY/…`.
   * @param range value of a Range header, or null for the whole file
   * @returns null where there is nothing of that name
   */
  read(pathname: string, range: string | null): Promise<Served | null>;
  /** Whether a file was made to be handed on: it lies among the bundles of a case that is open in the window. */
  mayLeave(path: string): boolean;
}

export function createWorkbench(services: Services): Workbench {
  const open = new OpenCases(services);
  // Where a run died, somebody may still be logged in, and evidence lie open.
  clearLeftTempDirs();
  try {
    services.sessions.eraseLeftovers();
  } catch {
    // A folder that cannot be written must not keep a person from her evidence; a new login or a run says so.
  }
  return {
    async call<M extends Method>(method: M, input: Input<M>, context: CallContext): Promise<Output<M>> {
      const { input: inputSchema, output: outputSchema } = methods[method];
      const parsed = inputSchema.safeParse(input);
      if (!parsed.success) {
        throw new FascicleError('bad-call', { why: causeOf(parsed.error), command: method });
      }
      // The table ties the handler's input to the schema just used; TypeScript cannot follow M through the index.
      const handler = (await handlers[method]()) as (input: unknown, context: HandlerContext) => Promise<unknown>;
      const tell: Services['tell'] = (code, text, params) =>
        context.emit({ event: 'notice', code, message: say(text, context.language, params) });
      const output = await handler(parsed.data, { ...context, services: { ...services, tell }, open });
      return outputSchema.parse(output) as Output<M>; // parsed by the very schema that Output<M> is inferred from
    },
    read: (pathname, range) => readForWindow(open, pathname, range),
    mayLeave: (path) => open.mayLeave(path),
  };
}
