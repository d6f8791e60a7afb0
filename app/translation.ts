/**
 * A browser's translation wraps text nodes in `<font>` elements or puts such elements in their place.
 * React still holds the text nodes: it would write into ones that nobody sees, and fail when it takes
 * one out of a parent that has it no more (React's known issue 11538). Here the page survives that:
 * what React does to a text node that was moved or replaced is done to what stands in its place.
 */

/** What stands in the place of text nodes, and those that it replaced, in order. */
const replaced = new WeakMap<Element, Text[]>();
const standIn = new WeakMap<Text, Element>();

/** Puts the original text nodes back: what they say now is newer than its translation. */
function restore(text: Text): void {
  const wrapper = standIn.get(text);
  if (!wrapper) return;
  const texts = replaced.get(wrapper)!;
  texts.forEach((each) => {
    standIn.delete(each);
    Reflect.deleteProperty(each, 'nodeValue');
  });
  replaced.delete(wrapper);
  if (wrapper.isConnected) wrapper.replaceWith(...texts);
}

/** From here on, writing into `text` puts it back in the place of `wrapper`. */
function bind(text: Text, wrapper: Element): void {
  if (standIn.has(text)) return;
  standIn.set(text, wrapper);
  replaced.set(wrapper, [...(replaced.get(wrapper) ?? []), text]);
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')!;
  Object.defineProperty(text, 'nodeValue', {
    configurable: true,
    get: () => get!.call(text) as string | null,
    set: (value: string | null) => {
      restore(text);
      set!.call(text, value);
    },
  });
}

const isWrapper = (node: Node | null): node is Element => node?.nodeName === 'FONT';

function noteReplacements(records: readonly MutationRecord[]): void {
  const wrappers = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].filter(isWrapper)));
  if (wrappers.size === 0) return;
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    // In one step, or the wrapper first and then the text away from beside it.
    const beside = [...addedNodes, previousSibling, nextSibling];
    const wrapper = beside.find((node) => isWrapper(node) && wrappers.has(node));
    for (const node of removedNodes) {
      if (wrapper && node instanceof Text && !node.isConnected) bind(node, wrapper as Element);
    }
  }
}

/** The child of `parent` that stands where `node` was put by the page; null: nothing does. */
function placeOf(node: Node, parent: Node): ChildNode | null {
  if (node instanceof Text) restore(node);
  let at: Node | null = node;
  while (at && at.parentNode !== parent) at = at.parentNode;
  return at as ChildNode | null;
}

/** @param root where other programs may change text */
export function surviveTranslation(root: Node): void {
  const observer = new MutationObserver(noteReplacements);
  observer.observe(root, { childList: true, subtree: true });
  // Both do as ever where nobody came between.
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    noteReplacements(observer.takeRecords());
    const place = placeOf(child, this);
    if (place) removeChild.call(this, place);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(
    this: Node,
    node: T,
    before: Node | null,
  ): T {
    if (!before || before.parentNode === this) return insertBefore.call(this, node, before) as T;
    noteReplacements(observer.takeRecords());
    return insertBefore.call(this, node, placeOf(before, this)) as T;
  };
}
