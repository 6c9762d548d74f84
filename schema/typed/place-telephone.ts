import { personalNumber } from './personal-number.ts';
import { clean, field, hasControls, isLonger } from './signs.ts';

/** Where somebody is sent (C5): a hotline or an extension is fine, it is read and not compared; a mobile is somebody's own (P1). */
export const PlaceTelephone = field(clean, (typed) =>
  /[0-9].*[0-9].*[0-9]/.test(clean(typed)) && !isLonger(typed, 40) && !hasControls(typed)
    ? personalNumber(typed)
    : 'telephone-wrong',
);
