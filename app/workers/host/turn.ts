/**
 * Lets waiting messages in: resolves in a later macrotask.
 *
 * Through a MessageChannel, because `scheduler.yield()` starves messages for seconds and nested
 * timeouts are clamped to 4 ms (design/performance.md).
 */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
// Node would otherwise be kept alive by the open port.
(channel.port1 as unknown as { unref?: () => void }).unref?.();

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
