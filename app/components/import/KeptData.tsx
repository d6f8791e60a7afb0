import { useEffect, useState } from 'react';
import { useLazyStrings } from '../../strings/lazy';
import { Button } from 'react-aria-components';
import { Trash2 } from 'lucide-react';
import type { DatasetManifest } from '../../../src/data/types';
import { currentData } from '../../engine/current-data';
import { BUNDLED_DATA } from '../../storage/names';
import { IconButton } from '../common/IconButton';
import { openData } from '../common/open-data';
import { useSinglePress } from '../common/single-press';

/** The data sets that this browser keeps, and the bundled one. `stamp` changes when one was added. */
export function KeptData({ stamp }: { stamp: string }) {
  const strings = useLazyStrings().data;
  const [kept, setKept] = useState<DatasetManifest[]>([]);
  const [deleted, setDeleted] = useState(0);
  const press = useSinglePress();
  const current = currentData();
  useEffect(() => {
    let gone = false;
    import('../../storage/own-data')
      .then(({ listOwn }) => listOwn())
      .then(
        (list) => !gone && setKept(list),
        () => !gone && setKept([]),
      );
    return () => {
      gone = true;
    };
  }, [stamp, deleted]);
  if (kept.length === 0 && current === BUNDLED_DATA) return null;
  const remove = async (name: string): Promise<void> => {
    const { deleteOwn } = await import('../../storage/own-data');
    await deleteOwn(name);
    if (name === current) openData(BUNDLED_DATA);
    else setDeleted((n) => n + 1);
  };
  return (
    <section className="import-kept">
      <h3>{strings.kept}</h3>
      <ul>
        {[{ name: BUNDLED_DATA, title: strings.bundled }, ...kept].map(({ name, title }) => (
          <li key={name}>
            <Button className="button" isDisabled={name === current} onPress={() => openData(name)}>
              {title}
            </Button>
            {name === current && <span> {strings.current}</span>}
            {name !== BUNDLED_DATA && (
              <IconButton label={strings.remove(title)} onPress={press(() => void remove(name))}>
                <Trash2 size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
