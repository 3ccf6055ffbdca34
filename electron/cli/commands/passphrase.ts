import { because } from '../../../shared/cause.ts';
import type { Call } from './command.ts';

/** Where a passphrase comes from: never from the command line, where every program of the computer could read it. */
export const passphraseOptions = [
  {
    flags: '--passphrase-env <name>',
    about: { 'zh-CN': '存有口令的环境变量名', en: 'environment variable that contains the passphrase' },
  },
  {
    flags: '--passphrase-file <file>',
    about: { 'zh-CN': '存有口令的文件', en: 'file that contains the passphrase' },
  },
] as const;

/** Null where none is given. */
export function passphraseOf(call: Call): { env: string } | { file: string } | null {
  const [env, file] = [call.text('passphrase-env'), call.text('passphrase-file')];
  if (env !== null && file !== null) call.refuse(because('passphrase-given-twice'));
  return env !== null ? { env } : file !== null ? { file: call.path(file) } : null;
}
