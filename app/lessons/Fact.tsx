import { useLanguage } from '../strings';
import { decimals } from '../components/common/numbers';
import { FACTS, type FactName } from './facts';

/** A recorded figure in a sentence: recall in percent with one decimal, mean absolute error in stars with three. */
export function Fact({ of: name }: { of: FactName }) {
  const language = useLanguage();
  const { mean } = FACTS[name];
  return name.startsWith('rating')
    ? decimals(mean, 3, language)
    : decimals(100 * mean, 1, language);
}
