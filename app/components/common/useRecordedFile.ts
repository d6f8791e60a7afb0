import { useEffect, useState } from 'react';
import * as v from 'valibot';

/**
 * A file of `public/recorded`, checked by its schema; `missing` where it cannot be read.
 * @param schema the same one at every call
 */
export function useRecordedFile<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): v.InferOutput<Schema> | 'loading' | 'missing' {
  const [recorded, setRecorded] = useState<v.InferOutput<Schema> | 'loading' | 'missing'>(
    'loading',
  );
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<v.InferOutput<Schema> | 'missing'> => {
      const response = await fetch(new URL(`recorded/${file}`, document.baseURI));
      if (!response.ok) return 'missing';
      const parsed = v.safeParse(schema, await response.json());
      return parsed.success ? parsed.output : 'missing';
    };
    load()
      .catch(() => 'missing' as const)
      .then((loaded) => !gone && setRecorded(loaded));
    return () => {
      gone = true;
    };
  }, [file, schema]);
  return recorded;
}
