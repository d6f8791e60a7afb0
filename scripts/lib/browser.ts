/** Chromium's command line: the same in tests, screenshots, faults and bench. */

/** Software WebGPU and WebGL where there is no GPU. */
const GRAPHICS = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/**
 * Chromium's command line. Playwright adds headless mode and a fresh user-data-dir of its own.
 * The sandbox is only given up as root, where Chromium refuses to start with it.
 */
export function launchFlags(): string[] {
  return [
    ...GRAPHICS,
    '--disable-background-networking',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
