import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type as osType, version as osVersion } from 'node:os';
import { made, type MadeCheck } from './made-check.ts';

/** The device as its operating system tells of it. */
export function deviceChecks(): readonly MadeCheck[] {
  const named = osName();
  const [processor] = cpus();
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const offset = -new Date().getTimezoneOffset();
  const languages = Object.fromEntries(
    ['LANG', 'LC_ALL', 'LANGUAGE', 'TZ'].map((name) => [name, process.env[name] ?? null]),
  );
  const memory = Math.round(totalmem() / 1024 ** 2);
  return [
    made('operating-system', [named, osType(), release(), arch()].filter(Boolean).join(' '), {
      name: named,
      type: osType(),
      release: release(),
      version: osVersion(),
      architecture: arch(),
    }),
    made('hardware', `${processor?.model.trim() || arch()} × ${cpus().length}, ${memory} MiB`, {
      processors: cpus().map(({ model }) => model),
      memoryBytes: totalmem(),
    }),
    made('time-zone', `${timeZone}, UTC${offset < 0 ? '-' : '+'}${Math.abs(offset) / 60}`, {
      timeZone,
      utcOffsetMinutes: offset,
    }),
    made('locale', `${locale} (LANG=${languages['LANG'] ?? ''})`, { locale, ...languages }),
  ];
}

function osName(): string | null {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null;
  } catch {
    return null; // Windows and macOS have no such file; their version says enough
  }
}
