/** Is there a real GPU? Asked of the browser itself, before any backend is fetched. */

/** Why WebGPU cannot be used here, or null. */
export async function whyNotWebgpu(forced: boolean): Promise<string | null> {
  if (!('gpu' in navigator)) return 'this browser has no WebGPU';
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return 'no GPU adapter';
  const { vendor, architecture, isFallbackAdapter } = adapter.info;
  const software = isFallbackAdapter || `${vendor} ${architecture}`.includes('swiftshader');
  return software && !forced ? 'software renderer' : null;
}

/** Why WebGL cannot be used in this worker, or null. */
export async function whyNotWebgl(forced: boolean): Promise<string | null> {
  if (!('OffscreenCanvas' in globalThis)) return 'workers have no canvas here';
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'no WebGL 2';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  const software = /swiftshader|llvmpipe|software|basic render/i.test(renderer);
  return software && !forced ? `software renderer (${renderer})` : null;
}
