/**
 * Numbered steps for a storage account's schema; run with `search_path` set to it. Only ever appended to.
 * Clear columns are ids, references, timestamps, sequence numbers, states and keyed hashes; all content is `sealed`.
 */
export const accountSteps: readonly string[] = [
  `
  create table account_revision (is_only boolean primary key default true check (is_only), revision bigint not null default 0);
  insert into account_revision default values;

  create table site (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table supplier (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table part (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table device (
    id uuid primary key, dev_eui_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null
  );
  create table gateway (
    id uuid primary key, gateway_eui_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null
  );
  create table storage_location (
    id uuid primary key,
    site_id uuid not null references site,
    part_id uuid not null references part,
    device_id uuid unique references device,
    created_at timestamptz not null default now(),
    sealed bytea not null
  );

  create table device_state (
    device_id uuid primary key references device on delete cascade,
    last_sequence bigint not null,
    last_seen_at timestamptz not null,
    sealed bytea not null
  ) with (fillfactor = 70);
  create table stock_level (
    location_id uuid primary key references storage_location on delete cascade,
    measured_at timestamptz not null,
    sealed bytea not null
  ) with (fillfactor = 70);
  create table measurement (
    device_id uuid not null,
    sequence bigint not null,
    -- No foreign key: checking it would lock the location's row once a message. Removing a location removes these rows.
    location_id uuid,
    at timestamptz not null,
    sealed bytea not null,
    primary key (device_id, sequence)
  );
  create index on measurement (location_id, at desc);

  create table replenishment_order (
    id uuid primary key,
    sequence bigint not null unique,
    location_id uuid not null,
    supplier_id uuid not null,
    state text not null check (state in ('proposed', 'placed', 'dispatched', 'confirmed', 'received', 'cancelled')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    sealed bytea not null
  );
  -- At most one open order a location, whatever the programs do.
  create unique index one_open_order on replenishment_order (location_id)
    where state in ('proposed', 'placed', 'dispatched', 'confirmed');
  create table order_event (
    order_id uuid not null references replenishment_order on delete cascade,
    sequence integer not null,
    at timestamptz not null,
    state text not null,
    sealed bytea not null,
    primary key (order_id, sequence)
  );

  create table member (id uuid primary key, email_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null);
  create table api_key (id uuid primary key, key_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null);
  create table registration_link (
    id uuid primary key, token_hash bytea not null unique, created_at timestamptz not null default now(),
    expires_at timestamptz not null, used_at timestamptz, sealed bytea not null
  );
  create table session (
    id uuid primary key, token_hash bytea not null unique, member_id uuid not null references member on delete cascade,
    created_at timestamptz not null default now(), expires_at timestamptz not null, sealed bytea not null
  );
  create table mailbox_message (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  `,
];
