import type { z } from 'zod';
import type { Method, methods, Output, WorkbenchEvent } from '../../shared/contract.ts';
import type { CaseLanguage } from '../../shared/language.ts';
import type { OpenCases } from './window/open-cases.ts';
import type { Services } from './services.ts';

/** What a caller brings: where events go, how to stop the work, and the language in which a person reads. */
export type CallContext = Readonly<{
  emit(event: WorkbenchEvent): void;
  signal: AbortSignal;
  language: CaseLanguage;
}>;

/** What a handler gets beside its input. */
export type HandlerContext = CallContext & Readonly<{ services: Services; open: OpenCases }>;

/** A handler of one method of the contract. */
export type Handler<M extends Method> = (
  input: z.output<(typeof methods)[M]['input']>,
  context: HandlerContext,
) => Promise<Output<M>>;
