/** Looking for programs on this system, and running what installs them. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where a program of that name lies in the folders of `PATH`; none: null. */
export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(existsSync) ?? null;
}

/** Programs of these names on the `PATH`, and those of these places that are there. */
export function installed(names: readonly string[], places: readonly string[]): string[] {
  return [...names.map(onPath), ...places].filter(
    (found): found is string => found !== null && existsSync(found),
  );
}

/** Whether packages may be installed: as root only, and never by asking for a password. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Runs a command with its output shown; whether it succeeded. */
export function tryCommand(command: string, args: string[]): boolean {
  console.log(`Browser: ${command} ${args.join(' ')} ...`);
  try {
    execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    return true;
  } catch {
    console.log(`Browser: ${command} ${args.join(' ')} failed`);
    return false;
  }
}

/** Installs Debian packages; false where that is not possible. */
export function aptInstall(...packages: string[]): boolean {
  if (!isRoot() || onPath('apt-get') === null) return false;
  tryCommand('apt-get', ['update']);
  return tryCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}
