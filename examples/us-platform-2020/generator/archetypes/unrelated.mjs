// Three quarters of the book: business that has nothing to do with WeChat or Tencent. Nobody has reviewed carve-outs for it.
import { ADVERTISERS, CARRIERS, SUPPLIERS } from '../companies.mjs';
import {
  GLOBAL_CONTRACTS,
  OLD_PROCESSOR,
  OLD_REGISTER,
  ONE_WALLET,
  PAYROLL,
  SALES_NOTES,
  STORE_REGISTER,
} from '../gaps.mjs';
import { accounts, inventedCompanies } from '../names.mjs';
import { ANYWHERE, OFFICES } from '../places.mjs';

const other = { application: 'other' };

export const UNRELATED = [
  {
    kind: 'Subscription',
    team: 'Sales',
    weight: 1500,
    parties: inventedCompanies(
      'Dental Bakery Logistics Insurance Legal Realty Robotics Fitness Media Travel Foods',
      620,
    ),
    places: ANYWHERE,
    variants: [
      [94, { ...other, activity: 'other', business_to_business: true }],
      [6, { ...other, activity: 'other', business_to_business: false }],
    ],
    amounts: [10, 100, 100, 100],
    text: [
      'Team plan, monthly, order #',
      'Business suite #',
      'Seats added, order #',
      'Enterprise plan, yearly, order #',
    ],
    gaps: SALES_NOTES,
  },
  {
    kind: 'Hosting contract',
    team: 'Cloud',
    weight: 1300,
    parties: inventedCompanies(
      'Software Analytics Games Retail Health Genomics Maps Weather Radio Press Learning',
      560,
    ),
    places: ANYWHERE,
    variants: [
      [80, { ...other, activity: 'internet_hosting', business_to_business: true, for_a_fee: true }],
      [
        12,
        {
          ...other,
          activity: 'internet_hosting',
          business_to_business: true,
          enables_functioning_or_optimization: false,
          for_a_fee: true,
        },
      ],
      [8, { ...other, activity: 'internet_hosting', business_to_business: false, for_a_fee: false }],
    ],
    amounts: [10, 100, 100, 1000],
    text: ['Virtual servers #', 'Object storage #', 'Managed database, cluster #', 'Reserved capacity, 1 year, ref #'],
    gaps: SALES_NOTES,
  },
  {
    kind: 'CDN contract',
    team: 'Edge',
    weight: 600,
    parties: inventedCompanies('Streaming News Video Podcasts Fashion Sports Studios Downloads', 300),
    places: ANYWHERE,
    variants: [
      [88, { ...other, activity: 'content_delivery', business_to_business: true, for_a_fee: true }],
      [12, { ...other, activity: 'content_delivery', business_to_business: true, for_a_fee: false }],
    ],
    amounts: [100, 100, 1000],
    text: ['Edge delivery, traffic tier #', 'Video delivery, ref #', 'Edge cache, free tier #'],
    gaps: GLOBAL_CONTRACTS,
  },
  {
    kind: 'Interconnection',
    team: 'Network',
    weight: 300,
    parties: CARRIERS,
    places: ANYWHERE,
    variants: [
      [
        55,
        {
          ...other,
          activity: 'internet_transit_or_peering',
          business_to_business: true,
          for_a_fee: true,
          transit_arrangement: 'directly_contracted_or_arranged',
        },
      ],
      [
        25,
        {
          ...other,
          activity: 'internet_transit_or_peering',
          business_to_business: true,
          for_a_fee: false,
          transit_arrangement: 'directly_contracted_or_arranged',
        },
      ],
      [
        20,
        {
          ...other,
          activity: 'internet_transit_or_peering',
          business_to_business: true,
          transit_arrangement: 'incidental_carriage',
        },
      ],
    ],
    amounts: [100, 1000, 1000],
    text: ['IP transit, port #', 'Settlement-free peering, session #', 'Cross connect #, 2 x 100G', 'Backbone wave #'],
    gaps: OLD_REGISTER,
  },
  {
    kind: 'Store listing',
    team: 'Developer relations',
    weight: 900,
    parties: inventedCompanies('Apps Games Labs Interactive Mobile Studio Widgets Puzzles Recipes Budget', 540),
    places: ANYWHERE,
    variants: [
      [
        92,
        {
          ...other,
          activity: 'app_distribution_or_maintenance',
          business_to_business: true,
          distribution_channel: 'online_store_or_marketplace',
        },
      ],
      [
        8,
        {
          ...other,
          activity: 'app_distribution_or_maintenance',
          business_to_business: true,
          distribution_channel: 'direct_from_developer',
        },
      ],
    ],
    amounts: [1, 10, 10, 100],
    text: [
      'Developer account, yearly fee #',
      'Revenue share, statement #',
      'App review, build #',
      'Featured placement #',
    ],
    gaps: STORE_REGISTER,
  },
  {
    kind: 'Payment processing',
    team: 'Payments',
    weight: 900,
    parties: inventedCompanies('Coffee Books Flowers Hardware Shoes Toys Cycles Pharmacy Grocers Jewelry', 580),
    places: ANYWHERE,
    variants: [
      [
        90,
        {
          ...other,
          activity: 'funds_transfer_or_payment_service',
          business_to_business: true,
          for_a_fee: true,
          service_through_app: false,
        },
      ],
      [
        10,
        {
          ...other,
          activity: 'funds_transfer_or_payment_service',
          business_to_business: true,
          service_through_app: false,
          is_user_exchange: false,
        },
      ],
    ],
    amounts: [1, 10, 10, 100],
    text: ['Card settlement, batch #', 'Merchant payout #', 'Refund, ticket #', 'Bank wire #'],
    gaps: OLD_PROCESSOR,
  },
  {
    kind: 'Payroll',
    team: 'HR',
    weight: 500,
    parties: accounts('Employee', 380),
    places: OFFICES,
    variants: [
      [
        85,
        {
          ...other,
          activity: 'funds_transfer_or_payment_service',
          business_to_business: false,
          service_through_app: false,
          is_compensation: true,
        },
      ],
      [15, { ...other, activity: 'other', business_to_business: false, is_compensation: true }],
    ],
    amounts: [10, 100],
    text: ['Salary, run #', 'Bonus, run #', 'Health plan, run #'],
    gaps: PAYROLL,
  },
  {
    kind: 'Development contract',
    team: 'Engineering',
    weight: 400,
    parties: inventedCompanies('Coders Consulting Design Testing Translation Staffing', 220),
    places: ANYWHERE,
    variants: [
      [60, { ...other, activity: 'other', business_to_business: true, is_compensation: false }],
      [25, { ...other, activity: 'code_or_function_utilization', business_to_business: true }],
      [15, { ...other, activity: 'other', business_to_business: false, is_compensation: true }],
    ],
    amounts: [100, 100, 1000],
    text: ['Statement of work #', 'Contractor hours, sheet #', 'Map SDK licence #', 'Test devices, order #'],
    gaps: SALES_NOTES,
  },
  {
    kind: 'Advertising',
    team: 'Ad sales',
    weight: 500,
    parties: [...ADVERTISERS, ...inventedCompanies('Auto Cosmetics Brewing Travel Furniture Outdoor', 240)],
    places: ANYWHERE,
    variants: [[1, { ...other, activity: 'other', business_to_business: true }]],
    amounts: [100, 1000, 1000],
    text: [
      'Display campaign #',
      'Insertion order #',
      'Search ads, account #',
      'Holiday campaign, "early bird" rate, #',
    ],
    gaps: SALES_NOTES,
  },
  {
    kind: 'User transfer',
    team: 'Wallet',
    weight: 500,
    parties: accounts('User', 900),
    places: ANYWHERE,
    variants: [
      [
        84,
        {
          ...other,
          activity: 'funds_transfer_or_payment_service',
          business_to_business: false,
          service_through_app: false,
          is_user_exchange: true,
        },
      ],
      [
        16,
        {
          ...other,
          activity: 'funds_transfer_or_payment_service',
          business_to_business: true,
          service_through_app: false,
          is_user_exchange: false,
        },
      ],
    ],
    amounts: [1, 1, 10],
    text: ['Send money #', 'Remittance #', 'Split bill #', 'Gift, order #'],
    gaps: ONE_WALLET,
  },
  {
    kind: 'Services',
    team: 'Procurement',
    weight: 290,
    parties: [...SUPPLIERS, ...inventedCompanies('Cleaning Catering Security Printing Movers Electric', 120)],
    places: OFFICES,
    variants: [[1, { ...other, activity: 'other', business_to_business: true }]],
    amounts: [10, 100, 1000],
    text: ['Office rent #', 'Electricity, meter #', 'Servers, purchase order #', 'Audit fee, engagement #'],
    gaps: SALES_NOTES,
  },
];
