package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundBody;
import java.util.Map;

/** A POST that purges. */
record PurgeCall(String url, Map<String, String> headers, OutboundBody body) {}
