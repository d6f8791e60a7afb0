/** Buffers one after another in a memory of their own. */
export class Arena {
  private end = 1024;

  constructor(private readonly memory: WebAssembly.Memory) {}

  /** Pointer of `floats` new values, zero, aligned to a cache line. */
  take(floats: number): number {
    const at = this.end;
    this.end += Math.ceil(floats / 16) * 64;
    const missing = this.end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536));
    return at;
  }

  view(pointer: number, floats: number): Float32Array {
    return new Float32Array(this.memory.buffer, pointer, floats);
  }
}
