import { z } from 'zod';
import { methods, type Input, type Method, type Output, type WorkbenchEvent } from '../../shared/contract.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { CaseLanguage } from '../../shared/language.ts';
import { clearLeftFolders } from '../casefile/passing-folder.ts';
import { handlers } from './handlers.ts';
import { readForWindow, type Served } from './window/served-files.ts';
import { OpenCases } from './window/open-cases.ts';
import type { Services } from './services.ts';

/** What a caller brings: where events go, how to stop the work, and the language in which a person reads. */
type CallContext = Readonly<{
  emit(event: WorkbenchEvent): void;
  signal: AbortSignal;
  language: CaseLanguage;
}>;

/** The use cases of Fascicle behind one door. Shells and the command line hold no decisions of their own. */
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
  clearLeftFolders();
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
        throw new FascicleError('bad-call', { why: z.prettifyError(parsed.error), command: method });
      }
      // The table ties the handler's input to the schema just used; TypeScript cannot follow M through the index.
      const handler = handlers[method] as (input: unknown, context: HandlerContext) => Promise<unknown>;
      const output = await handler(parsed.data, { ...context, services, open });
      return outputSchema.parse(output) as Output<M>; // parsed by the very schema that Output<M> is inferred from
    },
    read: (pathname, range) => readForWindow(open, pathname, range),
    mayLeave: (path) => open.mayLeave(path),
  };
}

/** What a handler gets beside its input. */
export type HandlerContext = CallContext & Readonly<{ services: Services; open: OpenCases }>;

/** A handler of one method of the contract. */
export type Handler<M extends Method> = (
  input: z.output<(typeof methods)[M]['input']>,
  context: HandlerContext,
) => Promise<Output<M>>;
