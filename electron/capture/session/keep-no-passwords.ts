import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Chromium offers to save what a person types into a password field, and keeps it in the profile. A browser that a person
 * works in is told not to, by the only setting of a fresh profile: credentials are never stored.
 */
export function keepNoPasswords(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings = { credentials_enable_service: false, profile: { password_manager_enabled: false } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(settings), { mode: 0o600 });
}
