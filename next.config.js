import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  // Closes /_next/image: our drawings are SVG.
  images: { unoptimized: true },
  reactStrictMode: true,
  typedRoutes: true,
  // An address without a page has no language, so it has a page of its own outside app/[locale].
  experimental: { globalNotFound: true },
  // `npm test` checks the types, once; an office that builds need not.
  typescript: { ignoreBuildErrors: true },
};

/** @param {string} phase */
export default async function configFor(phase) {
  // next-intl does its work at build time; afterwards it would only write its declaration file once more.
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  const withNextIntl = createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    experimental: {
      createMessagesDeclaration: './messages/ja.json',
      messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
    },
  });
  return withNextIntl(config);
}
