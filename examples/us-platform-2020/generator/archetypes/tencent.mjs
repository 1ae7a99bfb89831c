// Business with Tencent and with companies that it holds part of, about games, QQ, the cloud and shares: not about WeChat.
import { GAMES_COMPANIES, INVESTED_COMPANIES, TENCENT_CLOUD, WECHAT_COMPANIES } from '../companies.mjs';
import { CONTROL_NOT_ASKED, HOSTING_FORM, OLD_REGISTER, STORE_REGISTER } from '../gaps.mjs';
import { ABROAD, ANYWHERE, IN_THE_US } from '../places.mjs';

const other = { application: 'other' };
const BUSINESS = { business_to_business: true };

export const TENCENT = [
  {
    kind: 'Games contract',
    team: 'Games',
    weight: 300,
    parties: GAMES_COMPANIES,
    places: ANYWHERE,
    variants: [
      [
        50,
        {
          ...other,
          ...BUSINESS,
          activity: 'app_distribution_or_maintenance',
          distribution_channel: 'online_store_or_marketplace',
        },
      ],
      [25, { ...other, ...BUSINESS, activity: 'internet_hosting', enables_functioning_or_optimization: false }],
      [25, { ...other, ...BUSINESS, activity: 'other' }],
    ],
    amounts: [1000, 10000, 10000],
    text: [
      'Game server fleet #',
      'Store revenue share, title #',
      'Tournament sponsorship #',
      'In-game items, statement #',
    ],
    gaps: CONTROL_NOT_ASKED,
  },
  {
    kind: 'Cloud contract',
    team: 'Cloud',
    weight: 160,
    parties: TENCENT_CLOUD,
    places: [...IN_THE_US, ...ABROAD],
    variants: [
      [50, { ...other, ...BUSINESS, activity: 'internet_hosting', enables_functioning_or_optimization: false }],
      [20, { ...other, ...BUSINESS, activity: 'content_delivery', for_a_fee: true }],
      [30, { ...other, ...BUSINESS, activity: 'other' }],
    ],
    amounts: [1000, 10000],
    text: ['Colocation, cage #', 'Cloud resale, statement #', 'Marketplace image #', '云服务器转售 #'],
    gaps: HOSTING_FORM,
  },
  {
    kind: 'Interconnection',
    team: 'Network',
    weight: 60,
    parties: TENCENT_CLOUD,
    places: [...IN_THE_US, ...ABROAD],
    variants: [
      [
        1,
        {
          ...other,
          ...BUSINESS,
          activity: 'internet_transit_or_peering',
          enables_functioning_or_optimization: false,
          transit_arrangement: 'directly_contracted_or_arranged',
        },
      ],
    ],
    amounts: [1000, 1000, 10000],
    text: ['Cloud interconnect #', 'Private peering, port #'],
    gaps: OLD_REGISTER,
  },
  {
    kind: 'Store listing',
    team: 'Developer relations',
    weight: 80,
    parties: WECHAT_COMPANIES,
    places: [...IN_THE_US, ...ABROAD],
    variants: [
      [
        3,
        {
          ...BUSINESS,
          application: 'tencent_qq',
          activity: 'app_distribution_or_maintenance',
          distribution_channel: 'online_store_or_marketplace',
        },
      ],
      [
        2,
        {
          ...other,
          ...BUSINESS,
          activity: 'app_distribution_or_maintenance',
          distribution_channel: 'online_store_or_marketplace',
        },
      ],
    ],
    amounts: [100, 1000],
    text: ['QQ update, build #', 'Listing and review #', 'Tencent Video update, build #'],
    gaps: STORE_REGISTER,
  },
  {
    kind: 'Investment',
    team: 'Corporate development',
    weight: 60,
    parties: INVESTED_COMPANIES,
    places: ANYWHERE,
    variants: [[1, { ...other, ...BUSINESS, activity: 'other' }]],
    amounts: [100000, 1000000],
    text: ['Shares, lot #', 'Convertible note #', 'Joint marketing fund #'],
    gaps: CONTROL_NOT_ASKED,
  },
  {
    kind: 'Advertising',
    team: 'Ad sales',
    weight: 70,
    parties: [...WECHAT_COMPANIES, ...GAMES_COMPANIES],
    places: ANYWHERE,
    variants: [[1, { ...other, ...BUSINESS, activity: 'other' }]],
    amounts: [1000, 10000],
    text: ['Game launch campaign #', 'Insertion order #', '腾讯视频海外推广 #'],
    gaps: CONTROL_NOT_ASKED,
  },
];
