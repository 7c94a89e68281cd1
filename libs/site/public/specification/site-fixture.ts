import type { Language } from '@fil/ui/language';
import { frameOf, type Frame } from '@fil/ui/page/frame';
import type { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';

export const site: SiteSettings = {
  authority: { fr: 'Commune de Valombre', en: 'Commune of Valombre' },
  demonstration: true,
  accessibility: 'none',
  contact: 'participation@valombre.invalid',
  verifier: [],
};

/** The frame of a visit to an address, in French unless the address asks otherwise. */
export function frameAt(
  url: string,
  { language = 'fr', settings = site }: { language?: Language; settings?: SiteSettings } = {},
): Frame {
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  return frameOf(visitOf({ url, query, headers: { 'accept-language': language } }), settings);
}
