/** The files of what was dropped or picked; a folder, as a release unpacks to, gives all within. */
import { ImportError } from '../../../src/data/import/import-error';
import { isDirectoryDropItem, isFileDropItem, type DropItem } from 'react-aria-components';

/** Bounds of a walk: more is not one data set but somebody's disk. */
export interface FolderLimits {
  files: number;
  /** Folders within folders. */
  depth: number;
}

/** MovieLens releases hold at most a few dozen files, one folder deep. */
export const FOLDER_LIMITS: FolderLimits = { files: 1000, depth: 8 };

/**
 * Files in the order they are met. Nothing is left out silently:
 * @throws ImportError `many-files`, `deep-folder` beyond the limits; `no-table` without any file
 */
export async function filesOfDrop(
  items: readonly DropItem[],
  limits: FolderLimits = FOLDER_LIMITS,
): Promise<File[]> {
  const files: File[] = [];
  const folders = items.filter(isDirectoryDropItem).map(({ name }) => name);
  for (const item of items) await walk(item, 0, item.kind === 'directory' ? item.name : '');
  if (files.length === 0) throw new ImportError({ code: 'no-table', files: folders });
  return files;

  async function walk(item: DropItem, depth: number, folder: string): Promise<void> {
    if (isFileDropItem(item)) {
      if (files.length === limits.files) throw tooMany(folder, limits);
      files.push(await item.getFile());
    } else if (isDirectoryDropItem(item)) {
      if (depth === limits.depth) {
        throw new ImportError({ code: 'deep-folder', folder, most: limits.depth });
      }
      for await (const entry of item.getEntries()) await walk(entry, depth + 1, folder);
    }
  }
}

/** Files of a folder that was picked: the browser has walked it. @throws ImportError `many-files` */
export function filesOfFolder(list: FileList, limits: FolderLimits = FOLDER_LIMITS): File[] {
  const [first] = list;
  const folder = first?.webkitRelativePath.split('/')[0] ?? '';
  if (list.length > limits.files) throw tooMany(folder, limits);
  return [...list];
}

const tooMany = (folder: string, { files }: FolderLimits): ImportError =>
  new ImportError({ code: 'many-files', folder: folder || '…', most: files });
