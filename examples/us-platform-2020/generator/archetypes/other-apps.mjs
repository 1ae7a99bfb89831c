// The other apps that the orders of 2020 and 2021 name. For the WeChat order they are "another app", with unrelated owners.
import { OTHER_APP_OWNERS } from '../companies.mjs';
import { GLOBAL_CONTRACTS, STORE_REGISTER } from '../gaps.mjs';
import { ABROAD, IN_THE_US } from '../places.mjs';

const listing = (application, weight) => ({
  kind: 'Store listing',
  team: 'Developer relations',
  weight,
  parties: OTHER_APP_OWNERS[application],
  places: [...IN_THE_US, ...ABROAD],
  variants: [
    [
      1,
      {
        application,
        activity: 'app_distribution_or_maintenance',
        business_to_business: true,
        distribution_channel: 'online_store_or_marketplace',
      },
    ],
  ],
  amounts: [10, 100, 1000],
  text: ['Store update, build #', 'Listing and review #', 'Revenue share, statement #'],
  gaps: STORE_REGISTER,
});

export const OTHER_APPS = [
  listing('tiktok', 50),
  listing('alipay', 14),
  listing('camscanner', 10),
  listing('shareit', 8),
  listing('vmate', 5),
  listing('wps_office', 10),
  {
    kind: 'CDN contract',
    team: 'Edge',
    weight: 45,
    parties: OTHER_APP_OWNERS.tiktok,
    places: [...IN_THE_US, ...ABROAD],
    variants: [
      [
        3,
        {
          application: 'tiktok',
          activity: 'content_delivery',
          business_to_business: true,
          enables_functioning_or_optimization: true,
          for_a_fee: true,
        },
      ],
      [
        1,
        {
          application: 'tiktok',
          activity: 'internet_hosting',
          business_to_business: true,
          enables_functioning_or_optimization: true,
        },
      ],
    ],
    amounts: [1000, 10000],
    text: ['Short video delivery, region #', 'Edge delivery, traffic tier #'],
    gaps: GLOBAL_CONTRACTS,
  },
];
