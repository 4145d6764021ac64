import { assetIdSchema, assetTree, siteIdSchema } from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { emptyAsset, proposedCode, readAsset } from './asset-draft.ts';
import type { AssetItem, Plant } from './plant.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const inverter: AssetItem = {
  ...{ id: assetIdSchema.parse(ID), site: siteIdSchema.parse(ID), parent: null, type: 'string_inverter', name: 'OND02', code: 'GAR-OND02' },
  ...{ position: 2, attributes: {}, revision: 1, retiredAt: null },
};
const plant: Plant = {
  site: {
    ...{ id: siteIdSchema.parse(ID), name: 'Les Garrigues', code: 'GAR', timeZone: 'Europe/Paris', address: '', lat: null, lon: null },
    ...{
      emergency: { gate: '', meetingPoint: '', shutOff: '', controlRoom: '', hospital: '', fireStation: '' },
      revision: 1,
      retiredAt: null,
      assets: 1,
    },
  },
  assets: [inverter],
  tree: assetTree([inverter]),
};
const NEW = { isNew: true, language: 'fr' } as const;

describe('the number of a new position', () => {
  test('follows the pattern of its type, after the highest one in use', () => {
    expect(proposedCode(emptyAsset('string_inverter', null), plant)).toBe('GAR-OND03');
    expect(proposedCode(emptyAsset('string', inverter.id), plant)).toBe('GAR-OND02-CH01');
    expect(proposedCode({ ...emptyAsset('string', inverter.id), pattern: '{site}-S###' }, plant)).toBe('GAR-S001');
  });

  test('must be given where the pattern makes none', () => {
    const draft = { ...emptyAsset('string', null), pattern: 'sans numéro' };
    expect(readAsset(draft, plant, NEW).problems).toEqual({ pattern: 'badPattern' });
    expect(readAsset({ ...draft, code: 'S-1' }, plant, NEW).problems).toEqual({});
  });
});

describe('a form of equipment', () => {
  test('reads numbers with a comma and leaves empty attributes out', () => {
    const draft = { ...emptyAsset('string', inverter.id), attributes: { module_voc_stc: '49,5', model: ' X ', modules_per_string: '' } };
    expect(readAsset(draft, plant, NEW)).toMatchObject({ problems: {}, attributes: { module_voc_stc: '49.5', model: 'X' }, position: null });
  });

  test('says what is wrong, field by field', () => {
    const draft = { ...emptyAsset('pv_section', inverter.id), position: 'deux', attributes: { peak_power: 'beaucoup' } };
    expect(readAsset(draft, plant, { isNew: false, language: 'fr' }).problems).toEqual({
      ...{ parent: 'badParent', position: 'badPosition', name: 'nameNeeded', code: 'codeNeeded' },
      'attributes.peak_power': 'not_a_number',
    });
  });
});
