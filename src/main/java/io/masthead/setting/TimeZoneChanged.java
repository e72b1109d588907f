package io.masthead.setting;

import java.time.ZoneId;

/** The site got another time zone. Fired in the transaction of the change, which holds the settings. */
public record TimeZoneChanged(ZoneId former, ZoneId zone) {}
