import type { BrowserContext } from '@playwright/test';

interface Findings {
  readonly foreignRequests: string[];
  readonly violations: string[];
  readonly failures: string[];
}

export const nothingFound: Findings = { foreignRequests: [], violations: [], failures: [] };

/** Notes every request to another host than that of `origin`, every violation of the policy and every failed script. */
export const watch = (context: BrowserContext, origin: string): Findings => {
  const { hostname } = new URL(origin);
  const findings: Findings = { foreignRequests: [], violations: [], failures: [] };
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.hostname !== hostname) findings.foreignRequests.push(url.href);
  });
  context.on('console', (message) => {
    if (/content security policy|trusted ?(types?|html|script)/i.test(message.text()))
      findings.violations.push(message.text());
  });
  context.on('weberror', (error) => findings.failures.push(error.error().message));
  return findings;
};
