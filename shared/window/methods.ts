import { z } from 'zod';
import { caseFactsSchema } from '../case/case.ts';
import { sealLagSchema, stampQueueSchema } from '../contract-seal.ts';
import { sha256Schema } from '../digest.ts';
import { builtBundleSchema, evidenceRowSchema, hitSchema, placedProblemSchema } from './rows.ts';
import { settingsSchema } from './settings.ts';

const natural = z.int().nonnegative();
const ofCase = { case: z.string().min(1) };
const headSchema = z.strictObject({ seq: natural, hash: sha256Schema, wall: z.string() });
const someItems = z.array(z.string()).min(1).max(10_000);
const rows = z.strictObject({ rows: z.array(evidenceRowSchema) });

/** The part of the contract that only the window needs: lists, triage, search, preview, what it keeps of itself. */
export const windowMethods = {
  /** Opens a case in the window. `key` names it in the addresses of its pictures: `/case/KEY/…`. */
  'cases.open': {
    input: z.strictObject(ofCase),
    output: z.strictObject({
      key: z.string(),
      folder: z.string(),
      caseId: z.string(),
      facts: caseFactsSchema,
      head: headSchema,
    }),
  },
  /** Cheap, asked often: has the case changed, whoever changed it? */
  'cases.pulse': {
    input: z.strictObject(ofCase),
    output: z.strictObject({ head: headSchema, items: natural, texts: natural, seal: sealLagSchema }),
  },
  'cases.change': { input: z.strictObject({ ...ofCase, facts: caseFactsSchema }), output: caseFactsSchema },
  /** Takes a case off the list of recent ones; the case itself stays where it is. */
  'cases.forget': { input: z.strictObject(ofCase), output: z.strictObject({}) },
  'evidence.list': { input: z.strictObject(ofCase), output: rows },
  'evidence.decide': {
    input: z.strictObject({
      ...ofCase,
      items: someItems,
      decision: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('accepted') }),
        z.strictObject({ is: z.literal('excluded'), reason: z.string().min(1) }),
        z.strictObject({ is: z.literal('undecided') }),
      ]),
    }),
    output: rows,
  },
  'evidence.tag': {
    input: z.strictObject({ ...ofCase, items: someItems, tag: z.string().min(1).max(80), on: z.boolean() }),
    output: rows,
  },
  /** Items of the same address or the same bytes, in order of intake, the asked one among them. */
  'evidence.history': { input: z.strictObject({ ...ofCase, item: z.string() }), output: rows },
  'search.run': {
    input: z.strictObject({ ...ofCase, text: z.string().max(400), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      hits: z.array(hitSchema),
      /** Items that have the words; `hits` may show fewer. */
      total: natural,
      /** Texts in the index, of so many: fewer while a large case is being read for the first time. */
      indexed: natural,
      of: natural,
    }),
  },
  'bundle.problems': {
    input: z.strictObject(ofCase),
    output: z.strictObject({ problems: z.array(placedProblemSchema) }),
  },
  /** The court profiles that come with the program, with their names in the caller's language. */
  'profiles.list': {
    input: z.strictObject({}),
    output: z.strictObject({ profiles: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  },
  'bundle.list': { input: z.strictObject(ofCase), output: z.strictObject({ bundles: z.array(builtBundleSchema) }) },
  'custody.list': {
    input: z.strictObject(ofCase),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          seq: natural,
          wall: z.string(),
          act: z.string(),
          subject: z.string(),
          person: z.string().nullable(),
        }),
      ),
    }),
  },
  /** The queue of time stamps as it stands; asks nobody, writes nothing. */
  'stamps.list': {
    input: z.strictObject({ ...ofCase, anchors: z.array(z.string().min(1)) }),
    output: stampQueueSchema,
  },
  'settings.load': { input: z.strictObject({}), output: settingsSchema },
  'settings.save': { input: settingsSchema, output: settingsSchema },
  /** Where the window was: its own words, opaque here. */
  'window.load': { input: z.strictObject({}), output: z.strictObject({ state: z.string().nullable() }) },
  'window.save': { input: z.strictObject({ state: z.string().max(200_000) }), output: z.strictObject({}) },
  /** A free place beside a case for what is made of it. */
  'window.beside': {
    input: z.strictObject({
      ...ofCase,
      what: z.enum(['package', 'backup', 'deadlines', 'drafts', 'digests', 'lists', 'proof']),
    }),
    output: z.strictObject({ path: z.string() }),
  },
  /** Folder for a new case of this title: free, and fit for every file system. */
  'window.place': { input: z.strictObject({ title: z.string() }), output: z.strictObject({ folder: z.string() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
