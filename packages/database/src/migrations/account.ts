/**
 * Numbered steps for a storage account's schema; run with `search_path` set to it. Only ever appended to.
 * Clear columns are ids, references, timestamps, sequence numbers, states and keyed hashes; all content is `sealed`.
 */
export const accountSteps: readonly string[] = [
  `
  -- Counted up by every change; with it goes the head of the audit trail, so that both are decided by one row.
  create table account_revision (
    is_only boolean primary key default true check (is_only),
    revision bigint not null default 0,
    audit_sequence bigint not null default 0,
    audit_hash bytea not null default decode(repeat('00', 32), 'hex')
  );
  insert into account_revision default values;
  create table audit_entry (
    sequence bigint primary key, at timestamptz not null, entry_hash bytea not null, sealed bytea not null
  );
  create index on audit_entry (at);

  create table site (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table area (id uuid primary key, site_id uuid not null references site, sealed bytea not null);
  create table rack (id uuid primary key, area_id uuid not null references area, sealed bytea not null);
  create table floor_plan (site_id uuid primary key references site on delete cascade, sealed bytea not null);
  create table supplier (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table part (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table part_picture (part_id uuid primary key references part on delete cascade, sealed bytea not null);
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
    created_at timestamptz not null default now(),
    sealed bytea not null
  );
  create table location_photo (
    id uuid primary key,
    location_id uuid not null references storage_location on delete cascade,
    at timestamptz not null,
    sealed bytea not null
  );
  create index on location_photo (location_id);
  create table reservation (
    id uuid primary key, location_id uuid not null references storage_location on delete cascade, sealed bytea not null
  );
  -- Counted by people.
  create table stock_take (
    id uuid primary key, location_id uuid not null, at timestamptz not null, sealed bytea not null
  );
  create index on stock_take (location_id, at desc);

  create table device_state (
    device_id uuid primary key references device on delete cascade,
    last_sequence bigint not null,
    last_seen_at timestamptz not null,
    sealed bytea not null
  ) with (fillfactor = 70);
  -- What is remembered of it for longer; written once a day.
  create table device_history (device_id uuid primary key references device on delete cascade, sealed bytea not null);
  -- What was last sent to it to set it.
  create table sent_settings (device_id uuid primary key references device on delete cascade, sealed bytea not null);
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
  create index on measurement using brin (at);
  -- A location's day: its hours and their sums. Made when the day is over, and dropped when a message of that day comes late.
  create table measurement_day (
    location_id uuid not null, at timestamptz not null, sealed bytea not null, primary key (location_id, at)
  );
  create index on measurement_day (at);
  -- Days of which a message came after their end: their sums are made (again) in the background.
  create table measurement_late (
    location_id uuid not null, at timestamptz not null, primary key (location_id, at)
  );
  -- A day of all locations: value of stock, stock-outs, orders. Made when the day's sums are, and again when one of them is.
  create table overview_day (at timestamptz primary key, sealed bytea not null);

  create table replenishment_order (
    id uuid primary key,
    sequence bigint not null unique,
    location_id uuid not null,
    supplier_id uuid,
    purchase_order_id uuid,
    state text not null check (state in ('proposed', 'approved', 'placed', 'dispatched', 'confirmed', 'in-transit',
      'partly-received', 'received', 'cancelled', 'rejected')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    sealed bytea not null
  );
  -- At most one open order a location, whatever the programs do.
  create unique index one_open_order on replenishment_order (location_id)
    where state not in ('received', 'cancelled', 'rejected');
  create index on replenishment_order (purchase_order_id);
  create table order_event (
    order_id uuid not null references replenishment_order on delete cascade,
    sequence integer not null,
    at timestamptz not null,
    state text not null,
    sealed bytea not null,
    primary key (order_id, sequence)
  );
  create index on order_event (at);

  -- What a customer says was used of a location, by day, from before there were sensors.
  create table consumption_history (
    location_id uuid primary key references storage_location on delete cascade, imported_at timestamptz not null,
    sealed bytea not null
  );
  -- What planning made of each location; kept outside of the programs' memory.
  create table forecast (
    location_id uuid primary key references storage_location on delete cascade, planned_at timestamptz not null, sealed bytea not null
  );
  create index on forecast (planned_at);
  create table proposal (
    id uuid primary key,
    location_id uuid not null references storage_location on delete cascade,
    state text not null check (state in ('open', 'applied', 'dismissed', 'withdrawn')),
    created_at timestamptz not null,
    sealed bytea not null
  );
  create index on proposal (location_id);
  create table planning_run (
    id uuid primary key,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    created_at timestamptz not null,
    -- All locations up to this one are planned.
    last_location_id uuid,
    sealed bytea not null
  );
  create unique index one_planning_run on planning_run ((true)) where state in ('waiting', 'running');

  create table member (id uuid primary key, email_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null);
  create table api_key (id uuid primary key, key_hash bytea not null unique, created_at timestamptz not null default now(), sealed bytea not null);
  create table api_key_use (
    api_key_id uuid primary key references api_key on delete cascade, last_used_at timestamptz not null, sealed bytea not null
  );
  create table registration_link (
    id uuid primary key, token_hash bytea not null unique, created_at timestamptz not null default now(),
    expires_at timestamptz not null, used_at timestamptz, sealed bytea not null
  );
  create table connection (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table domain (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table member_group (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table identity (
    id uuid primary key,
    member_id uuid not null references member on delete cascade,
    connection_id uuid not null references connection on delete cascade,
    subject_hash bytea not null unique,
    sealed bytea not null
  );
  create table passkey (
    id uuid primary key, member_id uuid not null references member on delete cascade, credential_hash bytea not null unique,
    sealed bytea not null
  );
  create table authenticator (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table recovery_codes (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table factor_failures (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table preferences (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table known_device (
    id uuid primary key, member_id uuid not null references member on delete cascade, sealed bytea not null
  );
  create table operator_access (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  -- Without a member: an operator's visit.
  create table session (
    id uuid primary key, token_hash bytea not null unique, member_id uuid references member on delete cascade,
    created_at timestamptz not null default now(), expires_at timestamptz not null, sealed bytea not null
  );
  create table session_use (
    session_id uuid primary key references session on delete cascade, last_used_at timestamptz not null, sealed bytea not null
  );
  create table setting (id uuid primary key, sealed bytea not null);
  create table data_key_rotation (id uuid primary key, sealed bytea not null);
  create table data_export (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  -- Files that bring records, and their lines with what each does.
  create table data_import (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table data_import_chunk (
    import_id uuid not null references data_import on delete cascade, sequence integer not null, sealed bytea not null,
    primary key (import_id, sequence)
  );
  create table mailbox_message (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);

  -- Answers to POSTs with an Idempotency-Key, written with what they changed.
  create table idempotency (
    key_hash bytea primary key,
    request_hash bytea not null,
    state text not null check (state in ('running', 'done')),
    created_at timestamptz not null default now(),
    sealed bytea not null
  );
  create index on idempotency (created_at);

  -- What people are told, until its reason is gone and some time after; and how each of them wants to be told.
  create table notification (
    id uuid primary key, raised_at timestamptz not null, resolved_at timestamptz, sealed bytea not null
  );
  create table notification_reading (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table notification_choice (member_id uuid primary key references member on delete cascade, sealed bytea not null);
  create table notification_default (id uuid primary key, sealed bytea not null);

  create table webhook (id uuid primary key, created_at timestamptz not null default now(), sealed bytea not null);
  create table webhook_state (webhook_id uuid primary key references webhook on delete cascade, sealed bytea not null);
  -- What webhooks are told of, in order; and what became of telling each.
  create table webhook_event (
    id uuid primary key, sequence bigint not null unique generated always as identity, at timestamptz not null, sealed bytea not null
  );
  create index on webhook_event (at);
  create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    event_id uuid not null references webhook_event on delete cascade,
    state text not null check (state in ('waiting', 'delivered', 'failed')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    sealed bytea not null
  );
  create index on webhook_delivery (webhook_id, created_at desc, id desc);
  create index on webhook_delivery (event_id);
  `,
];
