import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Trash2 } from 'lucide-react';
import type { DatasetManifest } from '../../../src/data/types';
import { presentData } from '../../store/engine/surroundings';
import { BUNDLED_DATA } from '../../storage/names';
import { useStrings } from '../../strings';
import { IconButton } from '../common/IconButton';
import { openData } from './useImport';

/** The data sets that this browser keeps, and the bundled one. `stamp` changes when one was added. */
export function KeptData({ stamp }: { stamp: string }) {
  const strings = useStrings().data;
  const [kept, setKept] = useState<DatasetManifest[]>([]);
  const [deleted, setDeleted] = useState(0);
  const present = presentData();
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
  if (kept.length === 0 && present === BUNDLED_DATA) return null;
  const remove = async (name: string): Promise<void> => {
    const { deleteOwn } = await import('../../storage/own-data');
    await deleteOwn(name);
    if (name === present) openData(BUNDLED_DATA);
    else setDeleted((n) => n + 1);
  };
  return (
    <section className="import-kept">
      <h3>{strings.kept}</h3>
      <ul>
        {[{ name: BUNDLED_DATA, title: strings.bundled }, ...kept].map(({ name, title }) => (
          <li key={name}>
            <Button className="button" isDisabled={name === present} onPress={() => openData(name)}>
              {title}
            </Button>
            {name === present && <span> {strings.present}</span>}
            {name !== BUNDLED_DATA && (
              <IconButton label={strings.remove(title)} onPress={() => void remove(name)}>
                <Trash2 size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
