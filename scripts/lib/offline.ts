/** What the service worker keeps: the page, its default data and its models; nothing large. */
import { VitePWA } from 'vite-plugin-pwa';

const TITLE = 'Cold start in one forward pass';

export const offline = () =>
  VitePWA({
    // A new version waits until the page is closed; `app/offline.ts` registers and announces.
    registerType: 'prompt',
    injectRegister: null,
    manifest: {
      name: TITLE,
      short_name: 'Cold start',
      description: 'Watch a recommender adapt to a few likes in one forward pass.',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f7f7f9',
      theme_color: '#4b43d6',
      icons: [
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        {
          src: 'icons/maskable-512.png',
          sizes: '512x512',
          type: 'image/png',
          purpose: 'maskable',
        },
      ],
    },
    workbox: {
      globPatterns: [
        'index.html',
        'too-old.js',
        'assets/*.{js,css,wasm,svg}',
        'assets/{inter,source-serif-4}-latin-*.woff2',
        'assets/KaTeX_*.woff2',
        'datasets/movielens-small/*',
        'models/**/*',
        'recorded/*',
        'icons/*',
      ],
      // `app/theme/inter-latin.woff2` has its characters.
      globIgnores: ['assets/inter-latin-wght-*'],
      maximumFileSizeToCacheInBytes: 2_000_000,
      // A link's parameters are the page's business: every address below is the one page.
      navigateFallback: 'index.html',
      cleanupOutdatedCaches: true,
    },
  });
