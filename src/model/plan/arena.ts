import type { WasmHeap } from '../kernels/wasm/module';

/**
 * The memory that plans compute in. A block is used again for values of its size as soon as the step being
 * recorded has no more use for it, and by all plans in turn: only one of them runs at a time, and each
 * writes whatever it reads. Nothing of it returns to the heap before `release`, so no tensor of tfjs can
 * come to lie in it.
 */
export class Arena {
  /** Scratch rooms of the kernels while they are recorded (`WasmHeap.rooms`). */
  readonly rooms = new Map<string, { pointer: number; floats: number }>();
  /** Bytes of each block, and the blocks that are not in use, by bytes. */
  private readonly blocks = new Map<number, number>();
  private readonly idle = new Map<number, number[]>();

  constructor(private readonly heap: WasmHeap['allocator']) {}

  /** Room for `bytes`, with arbitrary contents. */
  take(bytes: number): number {
    const size = Math.ceil(bytes / 64) * 64;
    const known = this.idle.get(size)?.pop();
    if (known !== undefined) return known;
    const pointer = this.heap.malloc(size) >>> 0;
    this.blocks.set(pointer, size);
    return pointer;
  }

  owns(pointer: number): boolean {
    return this.blocks.has(pointer);
  }

  /** A block that `take` gave may be taken again. */
  giveBack(pointer: number): void {
    const size = this.blocks.get(pointer)!;
    const idle = this.idle.get(size) ?? [];
    this.idle.set(size, idle);
    idle.push(pointer);
  }

  /** Everything goes back to the heap; what is still in use does so when its tensor goes. */
  release(): void {
    for (const pointers of this.idle.values()) pointers.forEach(this.heap.free);
    for (const { pointer } of this.rooms.values()) this.heap.free(pointer);
    this.blocks.clear();
    this.idle.clear();
    this.rooms.clear();
  }
}
