import { z } from 'zod';
import { answerNames, answerWords, headWords } from '../../case/outcome/answers.ts';
import { stepOutcomes } from '../../case/record.ts';

/** The word above the four answers of an item. */
export const headSchema = z.enum(headWords);

const answerWordSchema = z.enum(answerWords);
const reasonsSchema = z.array(
  z.strictObject({
    /** The line of the operation log that it is about, and how that ended; null where it is about none. */
    step: z.string().nullable(),
    ended: z.enum([...stepOutcomes, 'not-logged']).nullable(),
    code: z.string().nullable(),
    message: z.string(),
  }),
);

/** How an item came out, in four answers with the reasons of each that is not whole. */
export const answersSchema = z.record(
  z.enum(answerNames),
  z.strictObject({ answer: answerWordSchema, reasons: reasonsSchema }),
);
export type ToldAnswers = z.infer<typeof answersSchema>;

/** The four answers alone, as lists show them. */
export const answerHeadsSchema = z.record(z.enum(answerNames), answerWordSchema);
export type AnswerHeads = z.infer<typeof answerHeadsSchema>;
