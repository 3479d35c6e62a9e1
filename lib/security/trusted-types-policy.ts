import { workerPath } from '../offline/worker-path.ts';

/**
 * The only script that every page starts with. Next.js loads its parts by setting `src` of script elements; under
 * `require-trusted-types-for 'script'` this policy lets those through that belong to the build, and the service worker by its
 * very address. It has no `createHTML` and no `createScript`, so a string never becomes markup or code. The address goes back
 * as it came: the loader of Next.js knows its scripts by the very string it set.
 */
export const trustedTypesPolicy = `self.trustedTypes?.createPolicy('default',{createScriptURL(given){const url=new URL(given,location.href);if(url.origin===location.origin&&url.pathname.startsWith('/_next/static/')||url.href===location.origin+'${workerPath}')return given;throw new TypeError('not a script of this build: '+url.href)}})`;
