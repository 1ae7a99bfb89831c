// The part that the order of August 2020 is about. Here, and only here, the carve-outs were reviewed.
import { CARRIERS, WECHAT_COMPANIES, WECHAT_PARTNERS, WECHAT_PAYMENT_COMPANIES } from '../companies.mjs';
import {
  CONTROL_NOT_ASKED,
  FREE_TEXT,
  GLOBAL_CONTRACTS,
  HOSTING_FORM,
  OLD_PROCESSOR,
  OLD_REGISTER,
  ONE_WALLET,
  PAYROLL,
  REVIEW_NOT_THROUGH,
  STORAGE_FORM,
  STORE_REGISTER,
} from '../gaps.mjs';
import { accounts, inventedCompanies } from '../names.mjs';
import { ABROAD, ANYWHERE, IN_CHINA, IN_THE_US } from '../places.mjs';

const NO_CARVE_OUT = {
  is_compensation: false,
  is_user_exchange: false,
  is_outside_us_app_activity: false,
  is_user_data_storage_in_us: false,
};
const wechat = { application: 'wechat', business_to_business: true, ...NO_CARVE_OUT };
const forUseAbroad = { ...wechat, is_outside_us_app_activity: true };

const store = { activity: 'app_distribution_or_maintenance', distribution_channel: 'online_store_or_marketplace' };
const direct = { activity: 'app_distribution_or_maintenance', distribution_channel: 'direct_from_developer' };
const hosting = { activity: 'internet_hosting', enables_functioning_or_optimization: true };
const delivery = { activity: 'content_delivery', enables_functioning_or_optimization: true, for_a_fee: true };
const transit = { activity: 'internet_transit_or_peering', enables_functioning_or_optimization: true };
const contracted = { ...transit, transit_arrangement: 'directly_contracted_or_arranged' };
const carried = { ...transit, transit_arrangement: 'incidental_carriage' };
const payment = { activity: 'funds_transfer_or_payment_service', service_through_app: true };
const wire = { activity: 'funds_transfer_or_payment_service', service_through_app: false };
const codeUse = { activity: 'code_or_function_utilization' };

const stores = { kind: 'Store listing', team: 'Developer relations', parties: WECHAT_COMPANIES, amounts: [10, 100] };
const hosts = { kind: 'Hosting contract', team: 'Cloud', parties: WECHAT_COMPANIES, amounts: [1000, 10000] };
const edges = { kind: 'CDN contract', team: 'Edge', parties: WECHAT_COMPANIES, amounts: [1000, 10000] };
const networks = { kind: 'Interconnection', team: 'Network', amounts: [1000, 1000, 10000] };
const payments = { kind: 'Payment processing', team: 'Payments', amounts: [10, 100, 100] };
const builders = { kind: 'Development contract', team: 'Engineering', amounts: [100, 1000] };

export const WECHAT = [
  {
    ...stores,
    weight: 85,
    places: IN_THE_US,
    variants: [
      [92, { ...wechat, ...store }],
      [8, { ...wechat, ...direct }],
    ],
    text: ['WeChat update, build #', 'WeChat listing, review #', 'WeChat for watch, build #', '微信版本更新 #'],
    gaps: STORE_REGISTER,
  },
  {
    ...stores,
    weight: 80,
    places: ABROAD,
    variants: [[1, { ...forUseAbroad, ...store }]],
    text: ['WeChat update, build #', 'WeChat listing, review #', 'Weixin listing, build #'],
    gaps: STORE_REGISTER,
  },
  {
    ...hosts,
    weight: 75,
    places: IN_THE_US,
    variants: [
      [85, { ...wechat, ...hosting }],
      [15, { ...wechat, ...hosting, enables_functioning_or_optimization: false }],
    ],
    text: ['Messaging relay, cluster #', 'Virtual servers #', 'Bare metal, order #'],
    gaps: [...HOSTING_FORM, ...REVIEW_NOT_THROUGH],
  },
  {
    ...hosts,
    weight: 60,
    places: IN_THE_US,
    variants: [
      [70, { ...wechat, ...hosting, is_user_data_storage_in_us: true, data_sent_to_china: false }],
      [30, { ...wechat, ...hosting, is_user_data_storage_in_us: true, data_sent_to_china: true }],
    ],
    text: ['User data, encrypted volumes #', 'Chat archive, bucket #', 'Backup vault #'],
    gaps: STORAGE_FORM,
  },
  {
    ...hosts,
    weight: 35,
    places: ABROAD,
    variants: [[1, { ...forUseAbroad, ...hosting }]],
    text: ['Relay, region #', 'Virtual servers #', '海外节点托管 #'],
    gaps: HOSTING_FORM,
  },
  {
    ...edges,
    weight: 80,
    places: IN_THE_US,
    variants: [
      [85, { ...wechat, ...delivery }],
      [15, { ...wechat, ...delivery, for_a_fee: false }],
    ],
    text: ['Image and video delivery, tier #', 'Edge delivery, traffic tier #', 'Edge cache, free tier #'],
    gaps: GLOBAL_CONTRACTS,
  },
  {
    ...edges,
    weight: 40,
    places: ABROAD,
    variants: [[1, { ...forUseAbroad, ...delivery }]],
    text: ['Image and video delivery, region #', 'Edge delivery, traffic tier #'],
    gaps: GLOBAL_CONTRACTS,
  },
  {
    ...networks,
    weight: 95,
    parties: WECHAT_COMPANIES,
    places: IN_THE_US,
    variants: [
      [70, { ...wechat, ...contracted }],
      [18, { ...wechat, ...carried }],
      [12, { ...wechat, ...contracted, enables_functioning_or_optimization: false }],
    ],
    text: ['Private peering, port #', 'IP transit, port #', 'Dedicated bandwidth, circuit #'],
    gaps: OLD_REGISTER,
  },
  {
    ...networks,
    weight: 60,
    parties: CARRIERS,
    places: IN_THE_US,
    variants: [
      [80, { ...wechat, ...carried }],
      [20, { ...wechat, ...contracted }],
    ],
    text: ['Settlement-free peering, session #', 'IP transit, port #', 'Backbone wave #'],
    gaps: OLD_REGISTER,
  },
  {
    ...payments,
    weight: 95,
    parties: WECHAT_PAYMENT_COMPANIES,
    places: IN_THE_US,
    variants: [
      [64, { ...wechat, ...payment }],
      [36, { ...wechat, ...wire }],
    ],
    text: ['WeChat Pay settlement, batch #', 'Merchant acquiring, statement #', '微信支付商户结算 #', 'Bank wire #'],
    gaps: [...OLD_PROCESSOR, ...CONTROL_NOT_ASKED.slice(1)],
  },
  {
    ...payments,
    weight: 60,
    parties: WECHAT_PAYMENT_COMPANIES,
    places: IN_CHINA,
    variants: [[1, { ...forUseAbroad, ...payment }]],
    text: ['Cross-border settlement, batch #', '跨境结算 #'],
    gaps: OLD_PROCESSOR,
  },
  {
    ...payments,
    kind: 'User transfer',
    team: 'Wallet',
    weight: 36,
    parties: WECHAT_PAYMENT_COMPANIES,
    places: IN_THE_US,
    variants: [[1, { ...wechat, ...payment, is_user_exchange: true }]],
    text: ['Clearing of transfers between users, batch #', 'Red packets, clearing #', '红包清算 #'],
    gaps: ONE_WALLET,
  },
  {
    kind: 'User transfer',
    team: 'Wallet',
    weight: 110,
    parties: accounts('User', 400),
    places: ANYWHERE,
    variants: [
      [
        1,
        {
          ...wechat,
          ...payment,
          business_to_business: false,
          is_user_exchange: true,
          is_outside_us_app_activity: false,
        },
      ],
    ],
    amounts: [1, 1, 10],
    text: ['Transfer between users #', 'Red packet #', 'Remittance to family #', '转账 #'],
    gaps: ONE_WALLET,
  },
  {
    kind: 'Payroll',
    team: 'HR services',
    weight: 90,
    parties: [
      [8, { name: 'Tencent America LLC', country: 'US', counterparty: 'affiliate', parent_ownership_percent: 100 }],
      [1, { name: 'Tencent Holdings Ltd.', country: 'CN', counterparty: 'named_parent' }],
    ],
    places: IN_THE_US,
    variants: [
      [55, { ...wechat, ...payment, is_compensation: true }],
      [25, { ...wechat, ...wire, is_compensation: true }],
      [20, { ...wechat, activity: 'other', is_compensation: true }],
    ],
    amounts: [1000, 10000],
    text: ['Salaries, Palo Alto, run #', 'Contractor pay, run #', 'Health plan, run #'],
    gaps: PAYROLL,
  },
  {
    ...builders,
    weight: 55,
    parties: WECHAT_COMPANIES,
    places: IN_THE_US,
    variants: [[1, { ...wechat, ...codeUse }]],
    text: ['Mini program platform fee #', 'Open platform, login SDK #', '小程序开放平台服务费 #'],
    gaps: REVIEW_NOT_THROUGH,
  },
  {
    ...builders,
    weight: 50,
    parties: inventedCompanies('Coders Consulting Design Boutique Tours Admissions', 90),
    places: [...IN_THE_US, ...IN_CHINA],
    variants: [
      [60, { ...wechat, ...codeUse }],
      [40, { ...forUseAbroad, ...codeUse }],
    ],
    text: ['Mini program, statement of work #', 'Share button SDK #', 'Login with WeChat, project #'],
    gaps: REVIEW_NOT_THROUGH,
  },
  {
    ...builders,
    weight: 90,
    parties: WECHAT_PARTNERS,
    places: [...IN_THE_US, ...ABROAD],
    variants: [
      [30, { ...wechat, ...codeUse }],
      [25, { ...wechat, ...hosting }],
      [20, { ...wechat, ...delivery }],
      [25, { ...forUseAbroad, ...codeUse }],
    ],
    text: ['Mini program shop #', 'Live channel in WeChat #', 'Delivery of shop pictures #'],
    gaps: CONTROL_NOT_ASKED,
  },
  {
    kind: 'Advertising',
    team: 'Ad sales',
    weight: 70,
    parties: WECHAT_COMPANIES,
    places: ANYWHERE,
    variants: [[1, { ...wechat, activity: 'other' }]],
    amounts: [1000, 10000],
    text: ['Moments campaign #', 'Official account promotion #', '朋友圈广告 #'],
    gaps: [],
  },
  {
    kind: 'Services',
    team: 'Procurement',
    weight: 60,
    parties: [...WECHAT_COMPANIES, ...WECHAT_PARTNERS],
    places: IN_THE_US,
    variants: [
      [40, { ...wechat, ...hosting }],
      [30, { ...wechat, ...codeUse }],
      [30, { ...wechat, ...payment }],
    ],
    amounts: [100, 1000],
    text: ['Technical services, see attached #', 'Misc. platform fees #', 'Per email of the account manager, #'],
    gaps: FREE_TEXT,
  },
];
