/** How other pages embed this one (oembed.com): written where the build is told its own address. */
import type { Plugin } from 'vite';

const SIZE = { width: 1280, height: 900 };

/** @param site where the page will be, with a slash at its end */
export function oembedOf(site: string) {
  const address = `${site}?embed`;
  const title = 'CMML Explorable';
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: title,
    provider_url: site,
    ...SIZE,
    html: `<iframe src="${address}" title="${title}" width="${SIZE.width}" height="${SIZE.height}" style="border: 0"></iframe>`,
  };
}

/**
 * `oembed.json` and the link that finds it. Both need whole addresses, which the build knows from `CMML_SITE`
 * alone (the deploy workflow sets it); without it there is neither.
 */
export function oembed(site = process.env.CMML_SITE): Plugin | null {
  if (!site) return null;
  const whole = new URL(site.endsWith('/') ? site : `${site}/`).href;
  return {
    name: 'oembed',
    apply: 'build',
    generateBundle() {
      const source = `${JSON.stringify(oembedOf(whole), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'oembed.json', source });
    },
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: {
          rel: 'alternate',
          type: 'application/json+oembed',
          href: new URL('oembed.json', whole).href,
        },
        injectTo: 'head',
      },
    ],
  };
}
