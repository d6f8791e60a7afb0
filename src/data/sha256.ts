/** SHA-256 in hexadecimal digits. @throws TypeError where there is no `crypto.subtle` */
export async function sha256(bytes: Uint8Array | ArrayBuffer): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same, or null where the page is no secure context and so has nothing to check with. */
export async function sha256IfPossible(bytes: Uint8Array | ArrayBuffer): Promise<string | null> {
  return globalThis.crypto?.subtle ? sha256(bytes) : null;
}
