"""Kinds of entries as the programs write them that publish for others: forums, builders of sites, trackers, networks."""

# ruff: noqa: E501 - real entries have long lines

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.entries import Draw


def _discourse(d: "Draw") -> str:
    return f"""<p>{d.rich(1)} <img src="https://t.example/images/emoji/twitter/slight_smile.png?v=12" title=":slight_smile:" class="emoji" alt=":slight_smile:" loading="lazy" width="20" height="20"></p>
<aside class="quote no-group" data-username="ada" data-post="3" data-topic="12">
<div class="title">
<div class="quote-controls"></div>
<img loading="lazy" alt="" width="24" height="24" src="https://t.example/ada/48/1_2.png" class="avatar"> {d.name()}:</div>
<blockquote>
<p>{d.text(1)}</p>
</blockquote>
</aside>
<p><div class="lightbox-wrapper"><a class="lightbox" href="https://t.example/quay.jpeg" data-download-href="https://t.example/d" title="quay"><img src="https://t.example/quay_2_690x388.jpeg" alt="quay" data-base62-sha1="x" width="690" height="388" srcset="https://t.example/quay_2_690x388.jpeg, https://t.example/quay_2_1035x582.jpeg 1.5x"><div class="meta"><svg class="fa d-icon d-icon-far-image svg-icon" aria-hidden="true"><use href="#far-image"></use></svg><span class="filename">quay</span><span class="informations">1920×1080 212 KB</span><svg class="fa d-icon d-icon-discourse-expand svg-icon" aria-hidden="true"><use href="#discourse-expand"></use></svg></div></a></div></p>
<aside class="onebox allowlistedgeneric" data-onebox-src="https://k.example/b">
  <header class="source">
      <img src="https://k.example/favicon.ico" class="site-icon" width="16" height="16">
      <a href="https://k.example/b" target="_blank" rel="noopener nofollow ugc">Kelm</a>
  </header>
  <article class="onebox-body">
<h3><a href="https://k.example/b" target="_blank" rel="noopener nofollow ugc">The long tide</a></h3>
  <p>{d.text(1)}</p>
  </article>
  <div class="onebox-metadata"></div>
  <div style="clear: both"></div>
</aside>
<p><small>{d.random.randint(2, 9)} posts - 2 participants</small></p>
<p><a href="https://t.example/t/12">Read full topic</a></p>"""


def _phpbb(d: "Draw") -> str:
    return f"""<blockquote><div><cite><a href="https://f.example/memberlist.php?mode=viewprofile&amp;u=2">{d.name()}</a> wrote: <a href="https://f.example/viewtopic.php?p=12#p12" data-post-id="12" onclick="if(document.getElementById(hash.substr(1)))href=hash">↑</a><span class="responsive-hide">Mon Nov 23, 2026 10:01 am</span></cite>
{d.text(1)}</div></blockquote>
{d.text(1)}<br>
<br>
{d.text(1)} <img class="smilies" src="https://f.example/images/smilies/icon_e_smile.gif" width="15" height="17" alt=":)" title="Smile"><p>Statistics: Posted by <a href="https://f.example/memberlist.php?mode=viewprofile&amp;u=2">{d.name()}</a> — Mon Nov 23, 2026 10:14 am — Replies {d.random.randint(0, 9)} — Views 41</p><hr>
"""


def _xenforo(d: "Draw") -> str:
    return f"""<div class="bbWrapper"><blockquote data-attributes="member: 1" data-quote="ada" data-source="post: 5" class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote js-expandWatch"><div class="bbCodeBlock-title"><a href="/goto/post?id=5" class="bbCodeBlock-sourceJump" rel="nofollow" data-xf-click="attribution">{d.name()} said:</a></div><div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent js-expandContent ">{d.text(1)}</div><div class="bbCodeBlock-expandLink js-expandLink"><a role="button" tabindex="0">Click to expand...</a></div></div></blockquote>{d.text(1)}<br /><br />{d.text(1)}<div class="bbCodeSpoiler"><button type="button" class="button bbCodeSpoiler-button"><span class="button-text"><span>Spoiler</span></span></button><div class="bbCodeSpoiler-content">{d.text(1)}</div></div><div class="bbCodeBlock bbCodeBlock--unfurl js-unfurl fauxBlockLink" data-unfurl="true"><div class="contentRow"><div class="contentRow-main"><h3 class="contentRow-header js-unfurl-title"><a href="https://k.example/b" class="link link--external fauxBlockLink-blockLink">The long tide</a></h3><div class="contentRow-snippet js-unfurl-desc">{d.text(1)}</div><div class="contentRow-minor"><span class="js-unfurl-favicon"><img src="https://k.example/f.png" alt="k.example" class="bbCodeBlockUnfurl-icon"></span>k.example</div></div></div></div></div><br /><a href="https://f.example/t/4" class="link link--internal">Read more</a>"""


def _drupal(d: "Draw") -> str:
    return f"""<span class="field field--name-title field--type-string field--label-hidden">The quay</span>
<span class="field field--name-uid field--type-entity-reference field--label-hidden"><span lang="" about="/user/3" typeof="schema:Person" property="schema:name" datatype="">{d.name()}</span></span>
<span class="field field--name-created field--type-created field--label-hidden"><time datetime="2026-11-23T10:01:00+00:00" title="Monday, November 23, 2026 - 10:01" class="datetime">Mon, 11/23/2026 - 10:01</time>
</span>

            <div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item"><p>{d.rich()}</p>
<figure role="group" class="align-right"><img data-entity-uuid="1" src="/sites/default/files/quay.jpg" alt="The quay" width="400" height="300" loading="lazy"><figcaption>{d.text(1)}</figcaption></figure></div>

  <div class="field field--name-field-tags field--type-entity-reference field--label-above clearfix">
      <h3 class="field__label">Tags</h3>
    <ul class="links field__items">
          <li><a href="/tags/tide" hreflang="en">tide</a></li>
          <li><a href="/tags/quay" hreflang="en">quay</a></li>
      </ul>
</div>
<drupal-media data-entity-type="media" data-entity-uuid="2"></drupal-media>"""


def _joomla(d: "Draw") -> str:
    return f"""<div class="K2FeedImage"><img src="https://k.example/media/k2/items/cache/1_S.jpg" alt="The quay" /></div><div class="K2FeedIntroText"><p style="text-align: justify;"><span style="font-size: 12pt;">{d.rich(1)}</span></p>
</div><div class="K2FeedFullText">
<p style="text-align: justify;">{{loadposition banner}}</p>
<hr id="system-readmore" />
<p>{d.text()}<img src="https://k.example/images/b.jpg#joomlaImage://local-images/b.jpg?width=800&amp;height=600" width="800" height="600" loading="lazy" /></p></div><div class="K2FeedTags"><ul><li>tide</li><li>quay</li></ul></div>"""


def _typo3(d: "Draw") -> str:
    return f"""<p class="bodytext">{d.rich(1)} <a href="t3://page?uid=41" class="internal-link">The plan</a>, <a href="fileadmin/tide.pdf" title="Initiates file download" class="download">tide.pdf</a> (212 KB).</p>
<div class="ce-gallery" data-ce-columns="1" data-ce-images="1"><div class="ce-row"><div class="ce-column"><figure class="image"><a href="fileadmin/quay.jpg" class="lightbox" rel="lightbox[lb3]"><img class="image-embed-item" alt="" src="fileadmin/_processed_/c/1/csm_quay.jpg" width="300" height="200" loading="lazy" /></a><figcaption class="image-caption">{d.text(1)}</figcaption></figure></div></div></div>
<ul><li><span><span>{d.text(1)}</span></span></li><li><p>{d.text(1)}</p></li></ul>"""


def _wix(d: "Draw") -> str:
    return f"""<div data-rce-version="9.18.5"><div dir="ltr" class="OZtCL wSnGD"><div data-breakout="normal"><p id="viewer-a" class="-XEzH QYpEZ" dir="auto"><span class="iWv3d"><span>{d.text(1)}</span></span></p></div><div type="empty-line" data-hook="rcv-block2"></div><div data-breakout="normal"><h2 id="viewer-b" class="-tNae" dir="auto"><span class="uCtxq"><strong>What we saw</strong></span></h2></div><div data-breakout="normal"><ul class="jCJWu"><li class="JtU12" aria-level="1" dir="auto"><p id="viewer-c" class="-XEzH" dir="auto"><span class="iWv3d">{d.text(1)}</span></p></li><li class="JtU12" aria-level="1"><p id="viewer-d" class="-XEzH"><span class="iWv3d">{d.text(1)}</span></p></li></ul></div><div data-breakout="normal"><figure data-hook="figure-IMAGE" class="PpBRJ"><div data-hook="image-viewer-e" role="button" tabindex="0" aria-label="Zoom"><wow-image id="x"><img fetchpriority="high" src="https://static.wix.example/media/a.jpg/v1/fill/w_49,h_33,blur_2/a.jpg" alt="ree" width="1000" height="667"></wow-image></div><figcaption class="Ey0IK"><span>{d.text(1)}</span></figcaption></figure></div></div></div>"""


def _squarespace(d: "Draw") -> str:
    return f"""<figure class="
      sqs-block-image-figure
      intrinsic
    ">
      <a class="sqs-block-image-link" href="https://k.example/s">
    <img data-stretch="false" data-image="https://images.sq.example/quay.jpg" data-image-dimensions="2500x1667" data-image-focal-point="0.5,0.5" alt="quay-at-dawn.jpg" data-load="false" elementtiming="system-image-block" src="https://images.sq.example/quay.jpg?format=1000w" width="2500" height="1667" sizes="100vw" loading="lazy" decoding="async" data-loader="sqs">
      </a>
          <figcaption class="image-caption-wrapper">
            <p class="">{d.text(1)}</p>
          </figcaption>
    </figure><p class="" style="white-space:pre-wrap;">{d.rich()}</p><ul data-rte-list="default"><li><p class="" style="white-space:pre-wrap;">{d.text(1)}</p></li><li><p class="">{d.text(1)}</p></li></ul><figure class="block-quote-figure"><blockquote data-animation-role="quote"><span>“</span>{d.text(1)}<span>”</span></blockquote><figcaption class="source">&mdash; {d.name()}</figcaption></figure><a href="https://k.example/s" class="sqs-block-button-element--medium sqs-button-element--primary sqs-block-button-element">Learn more</a>"""


def _webflow(d: "Draw") -> str:
    return f"""<figure class="w-richtext-figure-type-image w-richtext-align-fullwidth" style="max-width:1920px" data-rt-type="image" data-rt-align="fullwidth"><div><img loading="lazy" alt="__wf_reserved_inherit" src="https://cdn.w.example/quay.webp" width="auto" height="auto"></div><figcaption>{d.text(1)}</figcaption></figure><p id="">{d.rich(1)}</p><p>‍</p><h3 id=""><strong id="">1. Read the tide</strong></h3><p>‍<em>{d.text(1)}</em>‍</p><ul role="list" id=""><li id="">{d.text(1)}</li><li id="">{d.text(1)}</li></ul><div data-rt-embed-type='true'><div style="border: 1px solid"><p>{d.text(1)}</p></div></div><p>‍</p>"""


def _shop(d: "Draw") -> str:
    return f"""<table cellpadding="5">
        <tr>
          <td>
            <img src="https://cdn.shop.example/quay_small.jpg" width="100" />
          </td>
          <td>
            <meta charset="utf-8"><p data-mce-fragment="1">{d.text(1)}</p>
<ul data-mce-fragment="1"><li data-mce-fragment="1"><span data-mce-fragment="1">Oak</span></li><li data-mce-fragment="1">41 cm</li></ul>
            <p>
              <strong>Vendor: </strong>{d.name()}<br>
              <strong>Type: </strong>Stool<br>
              <strong>Price: </strong>
              {d.random.randint(20, 90)}.00
            </p>
            </td>
        </tr>
      </table>"""


def _docusaurus(d: "Draw") -> str:
    return f"""<p>{d.rich(1)}</p>
<h2 class="anchor anchorTargetStickyNavbar_Vzrq" id="tide">Tide<a href="https://k.example/blog/tide#tide" class="hash-link" aria-label="Direct link to Tide" title="Direct link to Tide" translate="no">​</a></h2>
<div class="theme-admonition theme-admonition-tip admonition_xJq3 alert alert--success"><div class="admonitionHeading_Gvgb"><span class="admonitionIcon_Rf37"><svg viewBox="0 0 12 16"><path d="M6"></path></svg></span>tip</div><div class="admonitionContent_BuS1"><p>{d.text(1)}</p></div></div>
<div class="language-js codeBlockContainer_Ckt0 theme-code-block" style="--prism-color:#393A34"><div class="codeBlockTitle_OeMC">tide.js</div><div class="codeBlockContent_QJqH"><pre tabindex="0" class="prism-code language-js codeBlock_bY9V thin-scrollbar" style="color:#393A34"><code class="codeBlockLines_e6Vv"><span class="token-line" style="color:#393A34"><span class="token keyword" style="color:#00009f">let</span><span class="token plain"> tide </span><span class="token operator">=</span><span class="token plain"> </span><span class="token number">{d.random.randint(1, 9)}</span><br></span><span class="token-line" style="color:#393A34"><span class="token plain" style="display:inline-block"></span><br></span><span class="token-line" style="color:#393A34"><span class="token function">show</span><span class="token punctuation">(</span><span class="token plain">tide</span><span class="token punctuation">)</span><br></span></code></pre><div class="buttonGroup_M5ko"><button type="button" aria-label="Copy code to clipboard" title="Copy" class="clean-btn"><span class="copyButtonIcons_IEyt" aria-hidden="true"><svg></svg></span></button></div></div></div>
<div class="tabs-container tabList__CuJ"><ul role="tablist" aria-orientation="horizontal" class="tabs"><li role="tab" tabindex="0" aria-selected="true" class="tabs__item">npm</li><li role="tab" tabindex="-1" aria-selected="false" class="tabs__item">Yarn</li></ul><div class="margin-top--md"><div role="tabpanel" class="tabItem_Ymn6"><pre><code>npm i tide</code></pre></div><div role="tabpanel" class="tabItem_Ymn6" hidden=""><pre><code>yarn add tide</code></pre></div></div></div>"""


def _sphinx(d: "Draw") -> str:
    return f"""<section id="tide"><h1>Tide<a class="headerlink" href="#tide" title="Link to this heading">¶</a></h1><div class="admonition note"><p class="admonition-title">Note</p><p>{d.text(1)}</p></div>
<dl class="py function"><dt class="sig sig-object py" id="kelm.tide"><span class="sig-prename descclassname"><span class="pre">kelm.</span></span><span class="sig-name descname"><span class="pre">tide</span></span><span class="sig-paren">(</span><em class="sig-param"><span class="n"><span class="pre">hour</span></span></em>, <em class="sig-param"><span class="n"><span class="pre">moon</span></span><span class="o"><span class="pre">=</span></span><span class="default_value"><span class="pre">None</span></span></em><span class="sig-paren">)</span><a class="headerlink" href="#kelm.tide" title="Link to this definition">¶</a></dt>
<dd><p>{d.text(1)}</p>
<dl class="field-list simple"><dt class="field-odd">Parameters<span class="colon">:</span></dt><dd class="field-odd"><p><strong>hour</strong> – {d.text(1)}</p></dd><dt class="field-even">Returns<span class="colon">:</span></dt><dd class="field-even"><p>Metres.</p></dd></dl>
</dd></dl>
<p>Call <code class="docutils literal notranslate"><span class="pre">tide</span> <span class="pre">--now</span></code>, see <a class="reference internal" href="#x"><span class="std std-ref">Quays</span></a> <a class="footnote-reference brackets" href="#f1" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a>.</p><aside class="footnote brackets" id="f1" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>{d.text(1)}</p></aside></section>"""


def _jekyll(d: "Draw") -> str:
    return f"""<ul id="markdown-toc">
  <li><a href="#ebb" id="markdown-toc-ebb">Ebb</a></li>
  <li><a href="#flood" id="markdown-toc-flood">Flood</a>    <ul>
      <li><a href="#neap" id="markdown-toc-neap">Neap</a></li>
    </ul>
  </li>
</ul>

<h2 id="ebb">Ebb</h2>

<p>{d.rich(1)}<sup id="fnref:a"><a href="#fn:a" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>

<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="k">def</span> <span class="nf">tide</span>
  <span class="nb">puts</span> <span class="s2">"</span><span class="si">#{{</span><span class="n">x</span><span class="si">}}</span><span class="s2">"</span>
<span class="k">end</span>
</code></pre></div></div>

<div class="footnotes" role="doc-endnotes">
  <ol>
    <li id="fn:a">
      <p>{d.text(1)} <a href="#fnref:a" class="reversefootnote" role="doc-backlink">&#8617;</a> <a href="#fnref:a:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>
    </li>
  </ol>
</div>"""


def _notion(d: "Draw") -> str:
    return f"""<article id="a" class="page sans"><header><div class="page-header-icon undefined"><span class="icon">🌊</span></div><h1 class="page-title" dir="auto">Tide</h1><p class="page-description" dir="auto"></p><table class="properties"><tbody><tr class="property-row property-row-date"><th><span class="icon property-icon"><svg></svg></span>Date</th><td><time>@November 23, 2026</time></td></tr><tr class="property-row property-row-person"><th><span class="icon property-icon"><svg></svg></span>By</th><td><span class="user"><img src="https://n.example/a.png" class="icon user-icon"/>{d.name()}</span></td></tr></tbody></table></header><div class="page-body"><p id="b" class="">{d.rich(1)}</p><ul id="c" class="bulleted-list"><li style="list-style-type:disc">{d.text(1)}</li></ul><ul id="d" class="bulleted-list"><li style="list-style-type:disc">{d.text(1)}</li></ul><ol type="1" id="e" class="numbered-list" start="1"><li>Ebb</li></ol><ol type="1" id="f" class="numbered-list" start="2"><li>Flood</li></ol><ul id="g" class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">Ask {d.name()}</span><div class="indented"></div></li></ul><ul id="h" class="toggle"><li><details open=""><summary>More</summary><p id="i" class="">{d.text(1)}</p></details></li></ul><figure class="block-color-gray_background callout" style="white-space:pre-wrap;display:flex" id="j"><div style="font-size:1.5em"><span class="icon">💡</span></div><div style="width:100%"><p id="k" class="">{d.text(1)}</p></div></figure><figure id="l"><a href="https://k.example/b" class="bookmark source"><div class="bookmark-info"><div class="bookmark-text"><div class="bookmark-title">The long tide</div><div class="bookmark-description">{d.text(1)}</div></div><div class="bookmark-href"><img src="https://k.example/f.ico" class="icon bookmark-icon"/>https://k.example/b</div></div><img src="https://k.example/b.png" class="bookmark-image"/></a><figcaption></figcaption></figure></div></article>"""


def _pasted(d: "Draw") -> str:
    return f"""<p><b style="font-weight:normal;" id="docs-internal-guid-1"></b></p><b style="font-weight:normal;" id="docs-internal-guid-2"><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">{d.text()}</span></p><br /><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;font-style:normal;">{d.name()}</span><span style="font-size:11pt;font-weight:400;">, {d.text(1)}</span></p><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>{d.text(1)}</span></p></li><ul style="margin-top:0"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>Two</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span><a href="https://www.google.com/url?q=https://k.example/b&amp;sa=D&amp;source=editors&amp;ust=1&amp;usg=x">There</a></span></p></li></ul></b><br class="Apple-interchange-newline" />"""


def _gitlab(d: "Draw") -> str:
    return f"""<p data-sourcepos="1:1-1:40" dir="auto">{d.text(1)} <gl-emoji title="rocket" data-name="rocket" data-unicode-version="6.0">🚀</gl-emoji> <a href="/kelm/tide/-/issues/4" data-reference-type="issue" class="gfm gfm-issue">#4</a> by <a href="/ada" data-user="3" data-container="body" class="gfm gfm-project_member js-user-link" title="Ada">@ada</a></p>
<div class="gl-relative markdown-code-block js-markdown-code">
<pre data-sourcepos="3:1-6:3" data-canonical-lang="diff" class="code highlight js-syntax-highlight language-diff" v-pre="true"><code><span id="LC1" class="line" lang="diff"><span class="p">@@ -1,2 +1,2 @@</span></span>
<span id="LC2" class="line" lang="diff"><span class="gd">-height = 3</span></span>
<span id="LC3" class="line" lang="diff"><span class="gi">+height = {d.random.randint(4, 9)}</span></span></code></pre>
<copy-code></copy-code>
</div>
<ul data-sourcepos="8:1-9:9" class="task-list" dir="auto">
<li data-sourcepos="8:1-8:9" class="task-list-item"><task-button></task-button><input type="checkbox" class="task-list-item-checkbox" checked disabled> ebb</li>
<li class="task-list-item"><task-button></task-button><input type="checkbox" class="task-list-item-checkbox" disabled> <s class="inapplicable">flood</s></li>
</ul>
<details><summary>Log</summary><pre><code>{d.random.randint(10, 99)} ok</code></pre></details>"""


def _tracker(d: "Draw") -> str:
    return f"""<p>
    <a href="https://j.example/secure/ViewProfile.jspa?name=ada" class="activity-item-user activity-item-author">{d.name()}</a>                commented on                    <a href="https://j.example/browse/KELM-4"><span class='resolved-link'>KELM-4</span> - {d.text(1)}</a>
</p><blockquote><p>{d.text(1)}</p>

<div class="code panel" style="border-width: 1px;"><div class="codeHeader panelHeader" style="border-bottom-width: 1px;"><b>tide.java</b></div><div class="codeContent panelContent">
<pre class="code-java"><span class="code-object">int</span> h = 3;
</pre>
</div></div>
<div class='table-wrap'>
<table class='confluenceTable'><tbody>
<tr>
<th class='confluenceTh'>Bay</th>
<th class='confluenceTh'>m</th>
</tr>
<tr>
<td class='confluenceTd'>Kelm</td>
<td class='confluenceTd'>{d.random.randint(1, 9)}</td>
</tr>
</tbody></table>
</div>
</blockquote>"""


def _bugs(d: "Draw") -> str:
    return f"""
      <table>
      <tr>
        <th>Field</th>
        <th>Value</th>
      </tr><tr class="bz_feed_product">
        <td>Product</td>
        <td>Tide</td>
      </tr><tr class="bz_feed_component">
        <td>Component</td>
        <td>gauge</td>
      </tr><tr class="bz_feed_assignee">
        <td>Assignee</td>
        <td>{d.name()}
           </td>
      </tr><tr class="bz_feed_bug_status">
        <td>Status</td>
        <td>NEW
           </td>
      </tr><tr class="bz_feed_resolution">
        <td>Resolution</td>
        <td>
           </td>
      </tr><tr class="bz_feed_changed">
        <td>Changed</td>
        <td>2026-11-{d.random.randint(10, 28)}</td>
      </tr>
      </table>"""


def _trac(d: "Draw") -> str:
    return f"""
      <p>
{d.text(1)}<br />
Fixed in <a class="changeset" href="https://t.example/changeset/41" title="Read the tide">[41]</a>, see <a class="closed ticket" href="https://t.example/ticket/12" title="#12: defect: Tide (closed: fixed)">#12</a> and <a class="ext-link" href="https://k.example/b"><span class="icon">\u200b</span>https://k.example/b</a>.
</p>
<div class="wiki-code"><div class="code"><pre><span class="nb">print</span><span class="p">(</span><span class="mi">{d.random.randint(1, 9)}</span><span class="p">)</span>
</pre></div></div><blockquote class="citation">
<p>
{d.text(1)}
</p>
</blockquote>
<ul><li><strong>status</strong>
              changed from <em>new</em> to <em>closed</em>
      </li><li><strong>resolution</strong>
              set to <em>fixed</em>
      </li></ul>"""


def _advisory(d: "Draw") -> str:
    return f"""<p>Several holes were found in kelmd, the server of tides.</p>

<ul>

<li><a href="https://security.example/CVE-2026-{d.random.randint(1000, 9999)}">CVE-2026-{d.random.randint(1000, 9999)}</a>

    <p>{d.text(1)}</p></li>

<li><a href="https://security.example/CVE-2026-4">CVE-2026-4</a>
(<a href="https://bugs.example/1">Bug #1</a>)

    <p>{d.name()} found that {d.text(1)}</p></li>

</ul>

<p>For the oldstable distribution (oak), these problems have been fixed
in version 1.2-3+deb12u{d.random.randint(1, 9)}.</p>

<p>We recommend that you upgrade your kelmd packages.</p>"""


def _industrial(d: "Draw") -> str:
    return f"""<p><a href="https://c.example/a.json"><strong>View CSAF</strong></a></p>
<h3><strong>1. EXECUTIVE SUMMARY</strong></h3>
<ul>
<li><strong>CVSS v4 9.3</strong></li>
<li><strong>ATTENTION</strong>: Exploitable remotely/low attack complexity</li>
<li><strong>Vendor</strong>: Kelm</li>
</ul>
<h4><strong>3.2.1 </strong><a href="https://cwe.example/79.html"><strong>IMPROPER NEUTRALIZATION CWE-79</strong></a></h4>
<p>{d.text(1)} A CVSS v3.1 base score of 9.8 has been calculated; the CVSS vector string is (<a href="https://f.example/#CVSS:3.1/AV:N">AV:N/AC:L/PR:N</a>).</p>
<figure class="table"><table><tbody><tr><td>Gauge 2</td><td>versions &lt; V2.{d.random.randint(1, 9)}</td></tr><tr><td>Gauge 3</td><td>all versions</td></tr></tbody></table></figure>"""


def _brackets(d: "Draw") -> str:
    return f"""[h2]What is new[/h2]
[p]{d.text(1)}[/p]
[list]
[*]{d.text(1)}
[*][b]Boats[/b]: {d.text(1)}
[/list]
[img]https://clan.example/images/1/quay.png[/img]
[url=https://k.example/notes]All the notes[/url] by [i]{d.name()}[/i]"""


def _album(d: "Draw") -> str:
    return f"""<a href="https://ada.band.example/album/tide?from=fanpub_fnb"><img src="https://f4.example/img/a1_2.jpg" width="150" height="150" alt="Tide cover art"></a><br>new from {d.name()}<br><br>tracks:<br>1. Ebb 03:12<br>2. Flood ({d.name()} remix) 04:41<br>3. Neap 12:04<br><br>{d.text(1)}<br>credits<br>released November 23, 2026 <br>\n<br>\n{d.text(1)}"""


def _photo(d: "Draw") -> str:
    return f"""			<p><a href="https://www.photo.example/people/ada/">{d.name()}</a> posted a photo:</p>

<p><a href="https://www.photo.example/photos/ada/1/" title="Quay {d.random.randint(1, 9)}"><img src="https://live.photo.example/1_m.jpg" width="240" height="160" alt="Quay" /></a></p>

<p>{d.text(1)}<br />
<br />
© {d.name()}. All rights reserved.</p>"""


def _pixels(d: "Draw") -> str:
    return f"""<img id="rss-img" src="https://p.example/a.jpg" alt="{d.text(1)}">{d.text(1)}<br>
<br>
<a href="https://p.example/discover/tags/tide?src=hash" title="#tide" class="u-url hashtag" rel="external nofollow noopener">#tide</a> <a href="https://p.example/discover/tags/quay?src=hash" title="#quay" class="u-url hashtag">#quay</a>"""


def _links(d: "Draw") -> str:
    return f"""submitted by <a href="https://l.example/u/ada">ada</a> to <a href="https://l.example/c/kelm">kelm</a><br>{d.random.randint(2, 99)} points | <a href="https://l.example/post/4">{d.random.randint(2, 99)} comments</a><br><a href="https://k.example/b">https://k.example/b</a><p>{d.rich(1)}</p>
<details><summary>spoiler</summary><p>{d.text(1)}</p>
</details><blockquote>
<p>{d.text(1)}</p>
</blockquote>
<p><img src="https://l.example/pictrs/image/a.webp" alt="" /></p>
"""


def _channel(d: "Draw") -> str:
    return f"""<p><b>{d.text(1)}</b><br><br>{d.text(1)} <tg-emoji emoji-id="5"><i class="emoji" style="background-image:url('//t.example/img/emoji/40/F09F94A5.png')"><b>🔥</b></i></tg-emoji><br><br>▪️ Ebb<br>▪️ Flood<br><br><a href="?q=%23tide">#tide</a> <a href="https://t.example/kelm" target="_blank" rel="noopener">@kelm</a></p><div class="rsshub-quote"><blockquote><p><b>{d.name()}</b></p><p>{d.text(1)}</p></blockquote></div><tg-spoiler>{d.text(1)}</tg-spoiler><br><video src="https://cdn.example/v.mp4?token=1" controls="controls" poster="https://cdn.example/p.jpg" style="width:100%"></video>"""


def _instance(d: "Draw") -> str:
    return f"""<p>{d.text(1)}<br>
<a href="https://n.example/search?q=%23tide">#tide</a> <a href="https://k.example/b">k.example/b</a></p>
<img src="https://n.example/pic/media%2Fa.jpg" style="max-width:250px;" />
<hr/>
<blockquote>
<b>{d.name()} (@elin)</b>
<p>
<p>{d.text(1)}</p>
</p>
<footer>
— <cite><a href="https://n.example/elin/status/1#m">https://n.example/elin/status/1#m</a></cite>
</footer>
</blockquote>"""


def _beehive(d: "Draw") -> str:
    return f"""<div class='beehiiv'><style>
  .bh__table, .bh__table_header {{ border: 1px solid #C0C0C0; }}
</style><div class='beehiiv__body'><div class="image"><img alt="" class="image__image" style="" src="https://media.example/quay.png?t=1"/><div class="image__source"><span class="image__source_text"><p>The quay</p></span></div></div><p class="paragraph" style="text-align:left;">{d.rich(1)}</p><div class="section" style="background-color:transparent;"><h2 class="heading" style="text-align:left;" id="a">What we read</h2><ol start="1"><li><p class="paragraph" style="text-align:left;">{d.text(1)}</p></li><li><p class="paragraph" style="text-align:left;"><a class="link" href="https://k.example/b?utm_source=kelm.beehiiv.com&utm_medium=newsletter&utm_campaign=tide" target="_blank" rel="noopener noreferrer nofollow">{d.text(1)}</a></p></li></ol></div><div class="button" style="text-align:center;"><a target="_blank" rel="noopener nofollow noreferrer" class="button__link" style="" href="https://k.example/s?utm_source=kelm"><span class="button__text" style=""> Subscribe </span></a></div><div class="blockquote"><blockquote class="blockquote__quote"><p class="paragraph" style="text-align:left;">{d.text(1)}</p><figcaption class="blockquote__byline">{d.name()}</figcaption></blockquote></div></div><div class='beehiiv__footer'><br class='beehiiv__footer__break'><hr class='beehiiv__footer__line'><a target="_blank" class="beehiiv__footer_link" style="text-align: center;" href="https://www.beehiiv.example/?utm_campaign=1&utm_medium=post_rss&utm_source=kelm">Powered by beehiiv</a></div></div>"""


def _stack(d: "Draw") -> str:
    return f"""<h3>{d.text(1)}</h3><p>{d.rich(1)}<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1-1" href="#footnote-1-1" target="_self">1</a></p><div class="pullquote"><p>{d.text(1)}</p></div><p class="button-wrapper" data-attrs="{{&quot;url&quot;:&quot;https://k.example/subscribe?&quot;,&quot;text&quot;:&quot;Subscribe now&quot;}}" data-component-name="ButtonCreateButton"><a class="button primary" href="https://k.example/subscribe?"><span>Subscribe now</span></a></p><div class="digest-post-embed" data-attrs="{{&quot;nodeId&quot;:&quot;1&quot;}}"></div><div class="embedded-post-wrap" data-attrs="{{}}" data-component-name="EmbeddedPostToDOM"><a class="embedded-post" native="true" href="https://k.example/p/b"><div class="embedded-post-header"><img class="embedded-post-publication-logo" src="https://k.example/l.png"><span class="embedded-post-publication-name">Kelm Letters</span></div><div class="embedded-post-title-wrapper"><div class="embedded-post-title">The long tide</div></div><div class="embedded-post-body">{d.text(1)}…</div><div class="embedded-post-cta-wrapper"><span class="embedded-post-cta">Read more</span></div><div class="embedded-post-meta">2 months ago · 14 likes · 3 comments · {d.name()}</div></a></div><div class="youtube2" data-attrs="{{}}" id="youtube2-x"><div class="youtube2-inner"><iframe src="https://www.youtube-nocookie.example/embed/x?rel=0" frameborder="0" width="728" height="409"></iframe></div></div><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-1" href="#footnote-anchor-1-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>{d.text(1)}</p></div></div>"""


def _hatena(d: "Draw") -> str:
    return f"""<p>　<a class="keyword" href="https://h.example/keyword/%E6%B8%AF">港</a>の<b>管理人</b>が言った<span class="footnote"><a href="https://k.example/e/1#f-1" id="fn-1" name="fn-1" title="かもめに向かって。">*1</a></span>。</p><p><span itemscope itemtype="http://schema.org/Photograph"><img src="https://cdn.h.example/f/a.jpg" width="1200" height="800" loading="lazy" title="" class="hatena-fotolife" itemprop="image"></span></p><p><br /></p><p>{d.text(1)}</p><p><iframe src="https://hatenablog-parts.example/embed?url=https%3A%2F%2Fk.example%2Fb" title="潮の話 - ケルム" class="embed-card embed-webcard" scrolling="no" frameborder="0" style="display: block; width: 100%; height: 155px;" loading="lazy"></iframe><cite class="hatena-citation"><a href="https://k.example/b">k.example</a></cite></p><div class="footnote"><p class="footnote"><a href="https://k.example/e/1#fn-1" id="f-1" name="f-1" class="footnote-number">*1</a><span class="footnote-delimiter">:</span><span class="footnote-text">かもめに向かって。</span></p></div>"""


def _public(d: "Draw") -> str:
    return f"""<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; "><section data-role="outer" label="x"><section style="margin:0px;"><section><p style="text-indent:2em;"><span style="font-size:16px;"><span leaf="">港务长对海鸥说：“要下雨了。”{d.random.randint(1, 9)}艘船没有出海。</span></span></p></section></section><p style="text-align:center;"><img class="rich_pages wxw-img" data-imgfileid="1" data-ratio="0.66" data-src="https://mmbiz.example/a/640?wx_fmt=png" data-type="png" data-w="1080"></p><p><strong><span leaf="">{d.name()}</span></strong></p><p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p></section></div>"""


PLATFORMS: dict[str, Callable[["Draw"], str]] = {
    "discourse": _discourse, "phpbb": _phpbb, "xenforo": _xenforo, "drupal": _drupal, "joomla": _joomla,
    "typo3": _typo3, "wix": _wix, "squarespace": _squarespace, "webflow": _webflow, "shop": _shop,
    "docusaurus": _docusaurus, "sphinx": _sphinx, "jekyll": _jekyll, "notion": _notion, "pasted": _pasted,
    "gitlab": _gitlab, "tracker": _tracker, "bugs": _bugs, "trac": _trac, "advisory": _advisory,
    "industrial": _industrial, "brackets": _brackets, "album": _album, "photo": _photo, "pixels": _pixels,
    "links": _links, "channel": _channel, "instance": _instance, "beehive": _beehive, "stack": _stack,
    "hatena": _hatena, "public": _public,
}  # fmt: skip
