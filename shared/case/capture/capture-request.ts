import { z } from 'zod';
import { categories } from '../category.ts';
import { pageActions } from './page-actions.ts';

/** Language tags with commas, as `zh-CN,zh,en` (RFC 5646, in the form that a browser takes). */
export const languageTags = z
  .string()
  .max(100)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(,[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*){0,9}$/);

/** Printable ASCII, as a header may hold it. */
export const userAgentText = z
  .string()
  .max(300)
  .regex(/^[!-~]([ -~]*[!-~])?$/);

/**
 * How an address is to be captured: what the person asked for, kept with every address that waits in the queue. A new
 * wish is an optional field without a default: old orders must read as they were written.
 */
export const captureRequestSchema = z.strictObject({
  category: z.enum(categories),
  view: z.strictObject({
    device: z.enum(['desktop', 'phone']),
    /** CSS pixels. */
    width: z.int().min(200).max(7680),
    height: z.int().min(200).max(4320),
    scale: z.union([z.literal(1), z.literal(2)]),
  }),
  /** Whole seconds for one address. */
  timeout: z.int().min(5).max(3600),
  allowPrivateNetwork: z.boolean(),
  throughProxy: z.boolean(),
  /** Absent in orders of older programs: then an invalid certificate ends the capture. */
  acceptInvalidCertificate: z.boolean().optional(),
  /** No fetch of the same address by the program itself. Absent: it is done. */
  noSecondPath: z.boolean().optional(),
  /** No question to public time servers. Absent: they are asked. */
  noTimeServers: z.boolean().optional(),
  /** Languages that the browser asks for, most wanted first. Absent: those of the case. */
  language: languageTags.optional(),
  /** What the browser calls itself. Absent: its own name. */
  userAgent: userAgentText.optional(),
  /** What may be done to the page before its picture is taken; nothing without it. */
  actions: z.array(z.enum(pageActions)).optional(),
  /** A person works in a visible browser first, and says when to capture. */
  byHand: z.boolean().optional(),
  /** In the session of the case's login (`login`): one login for many pages. */
  session: z.boolean().optional(),
  /** The account that is logged in, as the operator states it. */
  account: z.string().min(1).optional(),
  /** Take the page once more with its inner scroll containers at full size. */
  innerScroll: z.boolean().optional(),
  /** Take also what the window shows while the page is scrolled, joined to one picture. */
  rolling: z.boolean().optional(),
  operator: z.string().min(1).nullable(),
});
export type CaptureRequest = Readonly<z.infer<typeof captureRequestSchema>>;
