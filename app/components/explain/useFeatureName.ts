import type { PageSetting } from '../../workers/protocol';
import { useLaterStrings } from '../../strings/later';
import { featureAt } from './feature-names';

/** The name of a feature in the visitor's language. */
export function useFeatureName(size: number, setting: PageSetting): (d: number) => string {
  const strings = useLaterStrings().explain;
  return (d) => {
    const feature = featureAt(d, size, setting);
    switch (feature.kind) {
      case 'genre':
        return feature.name;
      case 'decade':
        return strings.decade(feature.year);
      case 'factor':
        return strings.factor(feature.number);
      default:
        return strings[feature.kind];
    }
  };
}
