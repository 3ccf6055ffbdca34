import { z } from 'zod';
import { languageTags, userAgentText } from '../case/capture/capture-request.ts';

/** How captures are made from the window unless a person says otherwise for one run. */
const captureDefaultsSchema = z.strictObject({
  device: z.enum(['desktop', 'phone']),
  scale: z.union([z.literal(1), z.literal(2)]),
  /** Whole seconds for one address. */
  timeout: z.int().min(5).max(3600),
  concurrency: z.int().min(1).max(8),
  allowPrivateNetwork: z.boolean(),
  throughProxy: z.boolean(),
  /** What leaves the computer beside the page's own requests: absent is as it is without the setting. */
  noSecondPath: z.boolean().optional(),
  noTimeServers: z.boolean().optional(),
  /** Of mails that are imported: no question to the DNS for the keys of their signatures. */
  noMailKeys: z.boolean().optional(),
  /** Languages to ask sites for; absent: those of the case. */
  language: languageTags.optional(),
  /** What the browser calls itself; absent: its own name. */
  userAgent: userAgentText.optional(),
});

/** What of the settings goes into the order of a capture. */
export function shownToSites({ noSecondPath, noTimeServers, language, userAgent }: Settings['capture']) {
  return {
    ...(noSecondPath === true && { noSecondPath }),
    ...(noTimeServers === true && { noTimeServers }),
    ...(language !== undefined && { language }),
    ...(userAgent !== undefined && { userAgent }),
  };
}

/** Which time-stamp services are asked, one after the other, and which roots are trusted beside the program's own. */
const stampingSchema = z.strictObject({
  services: z.array(z.url({ protocol: /^https?$/ })).max(20),
  /** Absolute paths of certificate files. */
  anchors: z.array(z.string().min(1)).max(50),
});

/** What a person chose on this computer. Kept in the user's folder, never in a case. */
export const settingsSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** Who works here: the operator of new cases. */
  operator: z.string(),
  /** Folder for new cases; null: the person's documents folder. */
  casesFolder: z.string().nullable(),
  capture: captureDefaultsSchema,
  stamping: stampingSchema,
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const firstSettings: Settings = {
  language: 'zh-CN',
  theme: 'light',
  operator: '',
  casesFolder: null,
  capture: {
    device: 'desktop',
    scale: 1,
    timeout: 120,
    concurrency: 2,
    allowPrivateNetwork: false,
    throughProxy: false,
  },
  stamping: { services: [], anchors: [] },
};

/** CSS pixels of the two views that a capture can be made in. */
export const views = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
