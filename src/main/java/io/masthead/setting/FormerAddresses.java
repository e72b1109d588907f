package io.masthead.setting;

import java.time.Instant;

/** Settings for addresses that the site had until a time. */
public record FormerAddresses(AddressSettings addresses, Instant replacedAt) {}
