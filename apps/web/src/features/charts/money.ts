import { NANO, type Nano } from '@heliograph/domain/assistant';
import { useLanguage } from '../../platform/preferences.ts';

/** Below this a cent says nothing: questions cost thousandths. */
const SMALL = NANO / 10;

/** An amount as the language writes it, with as many decimals as it takes to tell it from nothing. */
export function moneyText(amount: Nano, { currency, language }: { currency: string; language: 'fr' | 'en' }): string {
  const decimals = amount !== 0 && Math.abs(amount) < SMALL ? 5 : 2;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 2, maximumFractionDigits: decimals } as const;
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', style).format(amount / NANO);
}

export const useMoney = (currency: string): ((amount: Nano) => string) => {
  const language = useLanguage();
  return (amount) => moneyText(amount, { currency, language });
};
