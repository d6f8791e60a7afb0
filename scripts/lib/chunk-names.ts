/**
 * Names of built chunks. A package's entry module is often called `index` or `dist`: such a chunk
 * takes the package's name, so that the size report and a person can tell what it is.
 */
interface ChunkInfo {
  name: string;
  facadeModuleId?: string | null;
}

export function chunkFileNames({ name, facadeModuleId }: ChunkInfo): string {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(
    facadeModuleId?.replaceAll('\\', '/') ?? '',
  );
  const own = inPackage ? inPackage[1].replace(/^@[^/]+\//, '') : name;
  return `assets/${own}-[hash].js`;
}
