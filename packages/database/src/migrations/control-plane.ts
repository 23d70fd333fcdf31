/**
 * Numbered steps for the schemas that belong to no customer: `directory` (what is needed to find an account),
 * `network` (the network server's own) and `jobs` (pg-boss). Only ever appended to.
 */
export const controlPlaneSteps: readonly string[] = [
  `
  create role refill_directory nologin;
  create role refill_jobs nologin;
  grant refill_directory, refill_jobs to refill_application;

  create schema directory;
  grant usage on schema directory to refill_directory;
  create table directory.customer (
    id uuid primary key,
    slug text not null unique,
    region text not null,
    state text not null default 'active' check (state in ('active', 'suspended', 'closing', 'closed')),
    state_since timestamptz not null default now(),
    schema_version integer not null default 0,
    is_demonstration boolean not null default false,
    -- The account of those who run the service: its members are the operators.
    is_service boolean not null default false,
    created_at timestamptz not null default now(),
    -- What the customer may use: devices, requests a minute, megabytes; null: no limit of its own.
    device_limit integer check (device_limit >= 0),
    request_limit integer check (request_limit > 0),
    storage_limit integer check (storage_limit > 0),
    -- The customer's name, sealed by the account's data key.
    sealed bytea,
    key_destroyed_at timestamptz,
    -- The signed record of a closed customer.
    closing json
  );
  -- The account's data keys, sealed by its customer key, which lies in the key vault only. 0: the look-up key.
  create table directory.data_key (
    account_id uuid not null references directory.customer (id) on delete cascade,
    generation integer not null check (generation between 0 and 65535),
    wrapped bytea not null,
    created_at timestamptz not null default now(),
    primary key (account_id, generation)
  );
  -- How far an account's measurements are summed by day, and since when raw ones are kept.
  create table directory.history (
    account_id uuid primary key references directory.customer (id) on delete cascade,
    visited_at timestamptz not null,
    finished_for timestamptz,
    summed_until timestamptz,
    raw_since timestamptz
  );
  -- For which night an account's planning was put into the queue.
  create table directory.planning (
    account_id uuid primary key references directory.customer (id) on delete cascade, night date not null
  );
  create table directory.credential (
    hash bytea primary key,
    account_id uuid not null references directory.customer (id) on delete cascade,
    kind text not null check (kind in ('api-key', 'session', 'registration', 'supplier', 'connection', 'provisioning', 'domain')),
    created_at timestamptz not null default now(),
    expires_at timestamptz
  );
  create index on directory.credential (account_id);
  -- What works once: answers of identity providers, begun sign-ins. Kept until it is worth nothing anyway.
  create table directory.used_once (hash bytea primary key, expires_at timestamptz not null);
  create index on directory.used_once (expires_at);
  -- Keyed hashes of members' e-mail addresses: where somebody who lost the way in may have an account.
  create table directory.address (
    hash bytea not null, account_id uuid not null references directory.customer (id) on delete cascade,
    primary key (hash, account_id)
  );
  -- What operators did: hash-chained, sealed by a key of the service.
  create table directory.audit_entry (
    sequence bigint primary key,
    at timestamptz not null,
    entry_hash bytea not null,
    sealed bytea not null
  );
  create table directory.audit_head (
    is_only boolean primary key default true check (is_only), sequence bigint not null, head_hash bytea not null
  );
  insert into directory.audit_head (sequence, head_hash) values (0, decode(repeat('00', 32), 'hex'));
  grant select on directory.customer to refill_directory;
  -- What operators change from the console; each change is in the trail below, which can only be appended to.
  grant update (sealed, state, state_since, device_limit, request_limit, storage_limit) on directory.customer to refill_directory;
  grant update (wrapped) on directory.data_key to refill_directory;
  grant select, insert on directory.audit_entry to refill_directory;
  grant select, update on directory.audit_head to refill_directory;
  grant select, insert, update, delete on directory.credential to refill_directory;
  grant select, insert, delete on directory.used_once, directory.address to refill_directory;
  grant select, insert, delete on directory.data_key to refill_directory;
  grant select, insert, update on directory.history, directory.planning to refill_directory;
  -- Processes of the application that run, or ran until a moment ago.
  create table directory.process (
    process_id uuid primary key,
    name text not null,
    role text not null,
    version text not null,
    protocol_version integer not null,
    node_version text not null,
    memory_mb integer not null,
    started_at timestamptz not null,
    seen_at timestamptz not null default now()
  );
  grant select, insert, update, delete on directory.process to refill_directory;

  -- An owner that is no superuser must be a member to give the schema away (Postgres 16 and newer).
  grant refill_jobs to current_user;
  create schema jobs authorization refill_jobs;

  create schema network;
  grant usage on schema network to refill_network;
  -- Which of the network server's processes owns the devices, and where the others reach it.
  create table network.owner (
    is_single boolean primary key default true check (is_single),
    epoch bigint not null default 0,
    place jsonb
  );
  insert into network.owner default values;
  create table network.process (like directory.process including all);
  create table network.device (
    device_id uuid primary key,
    account_id uuid not null,
    dev_eui text not null unique,
    join_eui text not null,
    region text not null,
    -- Settings, keys, sessions and radio state.
    sealed bytea not null,
    dev_addr text,
    -- Of the latest join accept, until the device is heard with it.
    offered_addr text,
    join_nonce integer not null default 0,
    dev_nonces bytea,
    last_dev_nonce integer,
    joined_at timestamptz
  );
  create index on network.device (account_id);
  -- What changes with every frame, apart from what seldom does: short rows that are replaced within their page.
  create table network.counter (
    device_id uuid primary key references network.device on delete cascade,
    frame_counter_up bigint,
    frame_counter_down bigint not null default 0,
    application_counter_down bigint not null default 0,
    next_sequence bigint not null default 1,
    delivered_sequence bigint not null default 0,
    overwritten bigint not null default 0,
    last_uplink_at timestamptz
  ) with (fillfactor = 50);
  create table network.downlink (
    downlink_id uuid primary key,
    device_id uuid not null references network.device on delete cascade,
    account_id uuid not null,
    state text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    expires_at timestamptz,
    sealed bytea not null
  );
  create index on network.downlink (device_id, created_at);
  create table network.multicast_group (
    group_id uuid primary key,
    account_id uuid not null,
    frame_counter_down bigint not null default 0,
    sealed bytea not null
  );
  -- The ring of each sensor's last 14 messages: a slot is sequence modulo 14, so the table can't grow beyond it.
  -- No foreign key, which would be looked up for each message: messages are written together with their device's counter,
  -- and go with their device by the trigger below.
  create table network.message (
    device_id uuid not null,
    slot smallint not null check (slot between 0 and 13),
    sequence bigint not null,
    received_at timestamptz not null,
    frame_counter bigint not null,
    sealed bytea not null,
    primary key (device_id, slot)
  ) with (fillfactor = 70);
  create function network.remove_messages() returns trigger language plpgsql as $$
    begin
      delete from network.message using gone where message.device_id = gone.device_id;
      return null;
    end
  $$;
  create trigger remove_messages after delete on network.device referencing old table as gone
    for each statement execute function network.remove_messages();
  create table network.gateway (
    gateway_id uuid primary key,
    account_id uuid not null,
    gateway_eui text not null unique,
    region text not null,
    last_seen_at timestamptz,
    uplinks bigint not null default 0,
    downlinks bigint not null default 0,
    version text,
    latitude double precision,
    longitude double precision,
    altitude_metres double precision,
    channel_block smallint,
    -- What a Basics Station proves itself by, sealed.
    credentials bytea,
    -- Where a gateway with Semtech UDP listens, and what it has sent in the last hour: for the process that comes after.
    udp_address jsonb,
    airtime jsonb not null default '{}'
  );
  -- What each did in an hour, for thirty days.
  create table network.gateway_hour (
    gateway_id uuid not null references network.gateway on delete cascade,
    at timestamptz not null,
    uplinks bigint not null,
    refused bigint not null,
    downlinks bigint not null,
    duty_cycle_use real not null,
    primary key (gateway_id, at)
  );
  create index on network.gateway_hour (at);
  -- Firmware for gateways with Basics Station, the newest of each model.
  create table network.gateway_firmware (
    model text primary key,
    version text not null,
    key_crc bigint not null,
    signature bytea not null,
    sealed bytea not null,
    created_at timestamptz not null default now()
  );
  grant select, insert, update, delete on all tables in schema network to refill_network;
  `,
];
