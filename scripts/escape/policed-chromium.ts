import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { chromium } from '../system-packages.ts';

const policyFile = fileURLToPath(new URL('../../kiosk/chromium-policy.json', import.meta.url));

const policyShape = v.looseObject({ URLBlocklist: v.array(v.string()) });
export type Policy = v.InferOutput<typeof policyShape>;

/** What the policy names; a test may have another port. */
const installedOrigin = 'http://127.0.0.1:3000';

/** The policy of a kiosk, as it is installed. @param origin - of the pages */
export const kioskPolicy = (origin = installedOrigin): Policy =>
  v.parse(policyShape, JSON.parse(readFileSync(policyFile, 'utf8').replaceAll(installedOrigin, origin)));

/** The same without the two that forbid a test to look inside. @param origin - of the pages */
export const visiblePolicy = (origin?: string): Policy => {
  const { DeveloperToolsAvailability, RemoteDebuggingAllowed, ...visible } = kioskPolicy(origin);
  return visible;
};

export interface PolicedChromium {
  /** A program that is started like Chromium. */
  readonly path: string;
  remove(): void;
}

/**
 * A Chromium that goes by this policy, for tests. A policy below /etc is seen by every Chromium of a machine, so this one is
 * started in a mount namespace of its own, where /etc/chromium is another. Needs root, or a namespace in which we are root.
 */
export const policedChromium = (policy: Policy): PolicedChromium => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-policy-'));
  const managed = join(folder, 'chromium', 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  writeFileSync(join(managed, 'kazasu.json'), JSON.stringify(policy));
  const path = join(folder, 'chromium.sh');
  const inside = `mount --bind ${join(folder, 'chromium')} /etc/chromium && exec ${chromium} "$@"`;
  writeFileSync(path, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' chromium "$@"\n`);
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
