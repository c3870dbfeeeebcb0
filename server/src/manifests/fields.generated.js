// Made by scripts/validators.ts from schemas/manifests/.
"use strict";
export const ciliumNetworkPolicy = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/cilium-network-policy.schema.json","title":"CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy","description":"The fields that rules read, with the types of the CRDs cilium.io/v2. A null is as good as nothing; every other field is left alone.","type":"object","properties":{"spec":{"$ref":"#/definitions/rule"},"specs":{"type":"array","items":{"$ref":"#/definitions/rule"}}},"definitions":{"selector":{"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string"}}}}}}},"strings":{"type":"array","items":{"type":"string"}},"ports":{"type":"object","properties":{"ports":{"type":"array","items":{"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}}}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"}}}},"kafka":{"type":"array"},"dns":{"type":"array"}}}}},"cidrs":{"type":"array","items":{"type":"object","properties":{"cidr":{"type":"string"},"except":{"type":"array","items":{"type":"string"}}}}},"ingress":{"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/definitions/selector"}},"fromRequires":{"type":"array","items":{"$ref":"#/definitions/selector"}},"fromEntities":{"$ref":"#/definitions/strings"},"fromCIDR":{"$ref":"#/definitions/strings"},"fromCIDRSet":{"$ref":"#/definitions/cidrs"},"toPorts":{"type":"array","items":{"$ref":"#/definitions/ports"}}}},"egress":{"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/definitions/selector"}},"toRequires":{"type":"array","items":{"$ref":"#/definitions/selector"}},"toEntities":{"$ref":"#/definitions/strings"},"toCIDR":{"$ref":"#/definitions/strings"},"toCIDRSet":{"$ref":"#/definitions/cidrs"},"toFQDNs":{"type":"array","items":{"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}}}},"toServices":{"type":"array"},"toPorts":{"type":"array","items":{"$ref":"#/definitions/ports"}}}},"rule":{"type":"object","properties":{"endpointSelector":{"$ref":"#/definitions/selector"},"nodeSelector":{"$ref":"#/definitions/selector"},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}}},"ingress":{"type":"array","items":{"$ref":"#/definitions/ingress"}},"ingressDeny":{"type":"array","items":{"$ref":"#/definitions/ingress"}},"egress":{"type":"array","items":{"$ref":"#/definitions/egress"}},"egressDeny":{"type":"array","items":{"$ref":"#/definitions/egress"}}}}}};
const schema12 = {"type":"object","properties":{"endpointSelector":{"$ref":"#/definitions/selector"},"nodeSelector":{"$ref":"#/definitions/selector"},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}}},"ingress":{"type":"array","items":{"$ref":"#/definitions/ingress"}},"ingressDeny":{"type":"array","items":{"$ref":"#/definitions/ingress"}},"egress":{"type":"array","items":{"$ref":"#/definitions/egress"}},"egressDeny":{"type":"array","items":{"$ref":"#/definitions/egress"}}}};
const schema13 = {"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string"}}}}}}};
const schema15 = {"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/definitions/selector"}},"fromRequires":{"type":"array","items":{"$ref":"#/definitions/selector"}},"fromEntities":{"$ref":"#/definitions/strings"},"fromCIDR":{"$ref":"#/definitions/strings"},"fromCIDRSet":{"$ref":"#/definitions/cidrs"},"toPorts":{"type":"array","items":{"$ref":"#/definitions/ports"}}}};
const schema18 = {"type":"array","items":{"type":"string"}};
const schema20 = {"type":"array","items":{"type":"object","properties":{"cidr":{"type":"string"},"except":{"type":"array","items":{"type":"string"}}}}};
const schema21 = {"type":"object","properties":{"ports":{"type":"array","items":{"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}}}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"}}}},"kafka":{"type":"array"},"dns":{"type":"array"}}}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fromEndpoints !== undefined){
let data0 = data.fromEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
if(typeof data2[key0] !== "string"){
const err0 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key !== undefined){
if(typeof data5.key !== "string"){
const err2 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err3 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data7 === "In") || (data7 === "NotIn")) || (data7 === "Exists")) || (data7 === "DoesNotExist"))){
const err4 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(typeof data8[i2] !== "string"){
const err5 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/fromEndpoints/" + i0,schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/fromEndpoints",schemaPath:"#/properties/fromEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.fromRequires !== undefined){
let data10 = data.fromRequires;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.matchLabels !== undefined){
let data12 = data11.matchLabels;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(typeof data12[key1] !== "string"){
const err11 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data11.matchExpressions !== undefined){
let data14 = data11.matchExpressions;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.key !== undefined){
if(typeof data15.key !== "string"){
const err13 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data15.operator !== undefined){
let data17 = data15.operator;
if(typeof data17 !== "string"){
const err14 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data17 === "In") || (data17 === "NotIn")) || (data17 === "Exists")) || (data17 === "DoesNotExist"))){
const err15 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data15.values !== undefined){
let data18 = data15.values;
if(Array.isArray(data18)){
const len5 = data18.length;
for(let i5=0; i5<len5; i5++){
if(typeof data18[i5] !== "string"){
const err16 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions/" + i4,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/fromRequires/" + i3+"/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/fromRequires/" + i3,schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/fromRequires",schemaPath:"#/properties/fromRequires/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.fromEntities !== undefined){
let data20 = data.fromEntities;
if(Array.isArray(data20)){
const len6 = data20.length;
for(let i6=0; i6<len6; i6++){
if(typeof data20[i6] !== "string"){
const err22 = {instancePath:instancePath+"/fromEntities/" + i6,schemaPath:"#/definitions/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/fromEntities",schemaPath:"#/definitions/strings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.fromCIDR !== undefined){
let data22 = data.fromCIDR;
if(Array.isArray(data22)){
const len7 = data22.length;
for(let i7=0; i7<len7; i7++){
if(typeof data22[i7] !== "string"){
const err24 = {instancePath:instancePath+"/fromCIDR/" + i7,schemaPath:"#/definitions/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/fromCIDR",schemaPath:"#/definitions/strings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.fromCIDRSet !== undefined){
let data24 = data.fromCIDRSet;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.cidr !== undefined){
if(typeof data25.cidr !== "string"){
const err26 = {instancePath:instancePath+"/fromCIDRSet/" + i8+"/cidr",schemaPath:"#/definitions/cidrs/items/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data25.except !== undefined){
let data27 = data25.except;
if(Array.isArray(data27)){
const len9 = data27.length;
for(let i9=0; i9<len9; i9++){
if(typeof data27[i9] !== "string"){
const err27 = {instancePath:instancePath+"/fromCIDRSet/" + i8+"/except/" + i9,schemaPath:"#/definitions/cidrs/items/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/fromCIDRSet/" + i8+"/except",schemaPath:"#/definitions/cidrs/items/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/fromCIDRSet/" + i8,schemaPath:"#/definitions/cidrs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/fromCIDRSet",schemaPath:"#/definitions/cidrs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data29 = data.toPorts;
if(Array.isArray(data29)){
const len10 = data29.length;
for(let i10=0; i10<len10; i10++){
let data30 = data29[i10];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.ports !== undefined){
let data31 = data30.ports;
if(Array.isArray(data31)){
const len11 = data31.length;
for(let i11=0; i11<len11; i11++){
let data32 = data31[i11];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.port !== undefined){
if(typeof data32.port !== "string"){
const err31 = {instancePath:instancePath+"/toPorts/" + i10+"/ports/" + i11+"/port",schemaPath:"#/definitions/ports/properties/ports/items/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data32.endPort !== undefined){
let data34 = data32.endPort;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err32 = {instancePath:instancePath+"/toPorts/" + i10+"/ports/" + i11+"/endPort",schemaPath:"#/definitions/ports/properties/ports/items/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data32.protocol !== undefined){
if(typeof data32.protocol !== "string"){
const err33 = {instancePath:instancePath+"/toPorts/" + i10+"/ports/" + i11+"/protocol",schemaPath:"#/definitions/ports/properties/ports/items/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/toPorts/" + i10+"/ports/" + i11,schemaPath:"#/definitions/ports/properties/ports/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/toPorts/" + i10+"/ports",schemaPath:"#/definitions/ports/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data30.rules !== undefined){
let data36 = data30.rules;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.http !== undefined){
let data37 = data36.http;
if(Array.isArray(data37)){
const len12 = data37.length;
for(let i12=0; i12<len12; i12++){
let data38 = data37[i12];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.method !== undefined){
if(typeof data38.method !== "string"){
const err36 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/http/" + i12+"/method",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data38.path !== undefined){
if(typeof data38.path !== "string"){
const err37 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/http/" + i12+"/path",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data38.host !== undefined){
if(typeof data38.host !== "string"){
const err38 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/http/" + i12+"/host",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/http/" + i12,schemaPath:"#/definitions/ports/properties/rules/properties/http/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/http",schemaPath:"#/definitions/ports/properties/rules/properties/http/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data36.kafka !== undefined){
if(!(Array.isArray(data36.kafka))){
const err41 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/kafka",schemaPath:"#/definitions/ports/properties/rules/properties/kafka/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data36.dns !== undefined){
if(!(Array.isArray(data36.dns))){
const err42 = {instancePath:instancePath+"/toPorts/" + i10+"/rules/dns",schemaPath:"#/definitions/ports/properties/rules/properties/dns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/toPorts/" + i10+"/rules",schemaPath:"#/definitions/ports/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/toPorts/" + i10,schemaPath:"#/definitions/ports/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/definitions/selector"}},"toRequires":{"type":"array","items":{"$ref":"#/definitions/selector"}},"toEntities":{"$ref":"#/definitions/strings"},"toCIDR":{"$ref":"#/definitions/strings"},"toCIDRSet":{"$ref":"#/definitions/cidrs"},"toFQDNs":{"type":"array","items":{"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}}}},"toServices":{"type":"array"},"toPorts":{"type":"array","items":{"$ref":"#/definitions/ports"}}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.toEndpoints !== undefined){
let data0 = data.toEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
if(typeof data2[key0] !== "string"){
const err0 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key !== undefined){
if(typeof data5.key !== "string"){
const err2 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err3 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data7 === "In") || (data7 === "NotIn")) || (data7 === "Exists")) || (data7 === "DoesNotExist"))){
const err4 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(typeof data8[i2] !== "string"){
const err5 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/toEndpoints/" + i0,schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/toEndpoints",schemaPath:"#/properties/toEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.toRequires !== undefined){
let data10 = data.toRequires;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.matchLabels !== undefined){
let data12 = data11.matchLabels;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(typeof data12[key1] !== "string"){
const err11 = {instancePath:instancePath+"/toRequires/" + i3+"/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/toRequires/" + i3+"/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data11.matchExpressions !== undefined){
let data14 = data11.matchExpressions;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.key !== undefined){
if(typeof data15.key !== "string"){
const err13 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data15.operator !== undefined){
let data17 = data15.operator;
if(typeof data17 !== "string"){
const err14 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data17 === "In") || (data17 === "NotIn")) || (data17 === "Exists")) || (data17 === "DoesNotExist"))){
const err15 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data15.values !== undefined){
let data18 = data15.values;
if(Array.isArray(data18)){
const len5 = data18.length;
for(let i5=0; i5<len5; i5++){
if(typeof data18[i5] !== "string"){
const err16 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions/" + i4,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/toRequires/" + i3+"/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/toRequires/" + i3,schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/toRequires",schemaPath:"#/properties/toRequires/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.toEntities !== undefined){
let data20 = data.toEntities;
if(Array.isArray(data20)){
const len6 = data20.length;
for(let i6=0; i6<len6; i6++){
if(typeof data20[i6] !== "string"){
const err22 = {instancePath:instancePath+"/toEntities/" + i6,schemaPath:"#/definitions/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/toEntities",schemaPath:"#/definitions/strings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.toCIDR !== undefined){
let data22 = data.toCIDR;
if(Array.isArray(data22)){
const len7 = data22.length;
for(let i7=0; i7<len7; i7++){
if(typeof data22[i7] !== "string"){
const err24 = {instancePath:instancePath+"/toCIDR/" + i7,schemaPath:"#/definitions/strings/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/toCIDR",schemaPath:"#/definitions/strings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.toCIDRSet !== undefined){
let data24 = data.toCIDRSet;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.cidr !== undefined){
if(typeof data25.cidr !== "string"){
const err26 = {instancePath:instancePath+"/toCIDRSet/" + i8+"/cidr",schemaPath:"#/definitions/cidrs/items/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data25.except !== undefined){
let data27 = data25.except;
if(Array.isArray(data27)){
const len9 = data27.length;
for(let i9=0; i9<len9; i9++){
if(typeof data27[i9] !== "string"){
const err27 = {instancePath:instancePath+"/toCIDRSet/" + i8+"/except/" + i9,schemaPath:"#/definitions/cidrs/items/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/toCIDRSet/" + i8+"/except",schemaPath:"#/definitions/cidrs/items/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/toCIDRSet/" + i8,schemaPath:"#/definitions/cidrs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/toCIDRSet",schemaPath:"#/definitions/cidrs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.toFQDNs !== undefined){
let data29 = data.toFQDNs;
if(Array.isArray(data29)){
const len10 = data29.length;
for(let i10=0; i10<len10; i10++){
let data30 = data29[i10];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.matchName !== undefined){
if(typeof data30.matchName !== "string"){
const err31 = {instancePath:instancePath+"/toFQDNs/" + i10+"/matchName",schemaPath:"#/properties/toFQDNs/items/properties/matchName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data30.matchPattern !== undefined){
if(typeof data30.matchPattern !== "string"){
const err32 = {instancePath:instancePath+"/toFQDNs/" + i10+"/matchPattern",schemaPath:"#/properties/toFQDNs/items/properties/matchPattern/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/toFQDNs/" + i10,schemaPath:"#/properties/toFQDNs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/toFQDNs",schemaPath:"#/properties/toFQDNs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.toServices !== undefined){
if(!(Array.isArray(data.toServices))){
const err35 = {instancePath:instancePath+"/toServices",schemaPath:"#/properties/toServices/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data34 = data.toPorts;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.ports !== undefined){
let data36 = data35.ports;
if(Array.isArray(data36)){
const len12 = data36.length;
for(let i12=0; i12<len12; i12++){
let data37 = data36[i12];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.port !== undefined){
if(typeof data37.port !== "string"){
const err36 = {instancePath:instancePath+"/toPorts/" + i11+"/ports/" + i12+"/port",schemaPath:"#/definitions/ports/properties/ports/items/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data37.endPort !== undefined){
let data39 = data37.endPort;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err37 = {instancePath:instancePath+"/toPorts/" + i11+"/ports/" + i12+"/endPort",schemaPath:"#/definitions/ports/properties/ports/items/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data37.protocol !== undefined){
if(typeof data37.protocol !== "string"){
const err38 = {instancePath:instancePath+"/toPorts/" + i11+"/ports/" + i12+"/protocol",schemaPath:"#/definitions/ports/properties/ports/items/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/toPorts/" + i11+"/ports/" + i12,schemaPath:"#/definitions/ports/properties/ports/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/toPorts/" + i11+"/ports",schemaPath:"#/definitions/ports/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data35.rules !== undefined){
let data41 = data35.rules;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.http !== undefined){
let data42 = data41.http;
if(Array.isArray(data42)){
const len13 = data42.length;
for(let i13=0; i13<len13; i13++){
let data43 = data42[i13];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.method !== undefined){
if(typeof data43.method !== "string"){
const err41 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/http/" + i13+"/method",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data43.path !== undefined){
if(typeof data43.path !== "string"){
const err42 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/http/" + i13+"/path",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data43.host !== undefined){
if(typeof data43.host !== "string"){
const err43 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/http/" + i13+"/host",schemaPath:"#/definitions/ports/properties/rules/properties/http/items/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/http/" + i13,schemaPath:"#/definitions/ports/properties/rules/properties/http/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/http",schemaPath:"#/definitions/ports/properties/rules/properties/http/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data41.kafka !== undefined){
if(!(Array.isArray(data41.kafka))){
const err46 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/kafka",schemaPath:"#/definitions/ports/properties/rules/properties/kafka/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data41.dns !== undefined){
if(!(Array.isArray(data41.dns))){
const err47 = {instancePath:instancePath+"/toPorts/" + i11+"/rules/dns",schemaPath:"#/definitions/ports/properties/rules/properties/dns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/toPorts/" + i11+"/rules",schemaPath:"#/definitions/ports/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/toPorts/" + i11,schemaPath:"#/definitions/ports/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.endpointSelector !== undefined){
let data0 = data.endpointSelector;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.matchLabels !== undefined){
let data1 = data0.matchLabels;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(typeof data1[key0] !== "string"){
const err0 = {instancePath:instancePath+"/endpointSelector/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/endpointSelector/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.matchExpressions !== undefined){
let data3 = data0.matchExpressions;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.key !== undefined){
if(typeof data4.key !== "string"){
const err2 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data4.operator !== undefined){
let data6 = data4.operator;
if(typeof data6 !== "string"){
const err3 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data6 === "In") || (data6 === "NotIn")) || (data6 === "Exists")) || (data6 === "DoesNotExist"))){
const err4 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data4.values !== undefined){
let data7 = data4.values;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(typeof data7[i1] !== "string"){
const err5 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/endpointSelector/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/endpointSelector",schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.nodeSelector !== undefined){
let data9 = data.nodeSelector;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.matchLabels !== undefined){
let data10 = data9.matchLabels;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(typeof data10[key1] !== "string"){
const err10 = {instancePath:instancePath+"/nodeSelector/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/nodeSelector/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data9.matchExpressions !== undefined){
let data12 = data9.matchExpressions;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.key !== undefined){
if(typeof data13.key !== "string"){
const err12 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data13.operator !== undefined){
let data15 = data13.operator;
if(typeof data15 !== "string"){
const err13 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((((data15 === "In") || (data15 === "NotIn")) || (data15 === "Exists")) || (data15 === "DoesNotExist"))){
const err14 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data13.values !== undefined){
let data16 = data13.values;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
if(typeof data16[i3] !== "string"){
const err15 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/nodeSelector/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/nodeSelector",schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.enableDefaultDeny !== undefined){
let data18 = data.enableDefaultDeny;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.ingress !== undefined){
if(typeof data18.ingress !== "boolean"){
const err20 = {instancePath:instancePath+"/enableDefaultDeny/ingress",schemaPath:"#/properties/enableDefaultDeny/properties/ingress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data18.egress !== undefined){
if(typeof data18.egress !== "boolean"){
const err21 = {instancePath:instancePath+"/enableDefaultDeny/egress",schemaPath:"#/properties/enableDefaultDeny/properties/egress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/enableDefaultDeny",schemaPath:"#/properties/enableDefaultDeny/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.ingress !== undefined){
let data21 = data.ingress;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
if(!(validate12(data21[i4], {instancePath:instancePath+"/ingress/" + i4,parentData:data21,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.ingressDeny !== undefined){
let data23 = data.ingressDeny;
if(Array.isArray(data23)){
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
if(!(validate12(data23[i5], {instancePath:instancePath+"/ingressDeny/" + i5,parentData:data23,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/ingressDeny",schemaPath:"#/properties/ingressDeny/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.egress !== undefined){
let data25 = data.egress;
if(Array.isArray(data25)){
const len6 = data25.length;
for(let i6=0; i6<len6; i6++){
if(!(validate15(data25[i6], {instancePath:instancePath+"/egress/" + i6,parentData:data25,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/egress",schemaPath:"#/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.egressDeny !== undefined){
let data27 = data.egressDeny;
if(Array.isArray(data27)){
const len7 = data27.length;
for(let i7=0; i7<len7; i7++){
if(!(validate15(data27[i7], {instancePath:instancePath+"/egressDeny/" + i7,parentData:data27,parentDataProperty:i7,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/egressDeny",schemaPath:"#/properties/egressDeny/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/cilium-network-policy.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate11(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.specs !== undefined){
let data1 = data.specs;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate11(data1[i0], {instancePath:instancePath+"/specs/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath:instancePath+"/specs",schemaPath:"#/properties/specs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const destinationRule = validate20;
const schema29 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/destination-rule.schema.json","title":"DestinationRule of Istio","description":"The fields that rules read, with the types of the CRD networking.istio.io/v1.","type":"object","properties":{"spec":{"type":"object","properties":{"host":{"type":"string"},"exportTo":{"type":"array","items":{"type":"string"}},"trafficPolicy":{"$ref":"#/definitions/policy"},"subsets":{"type":"array","items":{"type":"object","properties":{"trafficPolicy":{"$ref":"#/definitions/policy"}}}}}}},"definitions":{"policy":{"type":"object","properties":{"tls":{"type":"object","properties":{"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]}}},"portLevelSettings":{"type":"array","items":{"type":"object","properties":{"tls":{"type":"object","properties":{"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]}}}}}}}}}};
const schema30 = {"type":"object","properties":{"tls":{"type":"object","properties":{"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]}}},"portLevelSettings":{"type":"array","items":{"type":"object","properties":{"tls":{"type":"object","properties":{"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]}}}}}}}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/destination-rule.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.host !== undefined){
if(typeof data0.host !== "string"){
const err0 = {instancePath:instancePath+"/spec/host",schemaPath:"#/properties/spec/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.exportTo !== undefined){
let data2 = data0.exportTo;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
const err1 = {instancePath:instancePath+"/spec/exportTo/" + i0,schemaPath:"#/properties/spec/properties/exportTo/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/spec/exportTo",schemaPath:"#/properties/spec/properties/exportTo/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.trafficPolicy !== undefined){
let data4 = data0.trafficPolicy;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.tls !== undefined){
let data5 = data4.tls;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.mode !== undefined){
let data6 = data5.mode;
if(typeof data6 !== "string"){
const err3 = {instancePath:instancePath+"/spec/trafficPolicy/tls/mode",schemaPath:"#/definitions/policy/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data6 === "DISABLE") || (data6 === "SIMPLE")) || (data6 === "MUTUAL")) || (data6 === "ISTIO_MUTUAL"))){
const err4 = {instancePath:instancePath+"/spec/trafficPolicy/tls/mode",schemaPath:"#/definitions/policy/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema30.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/spec/trafficPolicy/tls",schemaPath:"#/definitions/policy/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data4.portLevelSettings !== undefined){
let data7 = data4.portLevelSettings;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.tls !== undefined){
let data9 = data8.tls;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.mode !== undefined){
let data10 = data9.mode;
if(typeof data10 !== "string"){
const err6 = {instancePath:instancePath+"/spec/trafficPolicy/portLevelSettings/" + i1+"/tls/mode",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((data10 === "DISABLE") || (data10 === "SIMPLE")) || (data10 === "MUTUAL")) || (data10 === "ISTIO_MUTUAL"))){
const err7 = {instancePath:instancePath+"/spec/trafficPolicy/portLevelSettings/" + i1+"/tls/mode",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema30.properties.portLevelSettings.items.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/trafficPolicy/portLevelSettings/" + i1+"/tls",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec/trafficPolicy/portLevelSettings/" + i1,schemaPath:"#/definitions/policy/properties/portLevelSettings/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec/trafficPolicy/portLevelSettings",schemaPath:"#/definitions/policy/properties/portLevelSettings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/spec/trafficPolicy",schemaPath:"#/definitions/policy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.subsets !== undefined){
let data11 = data0.subsets;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.trafficPolicy !== undefined){
let data13 = data12.trafficPolicy;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.tls !== undefined){
let data14 = data13.tls;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.mode !== undefined){
let data15 = data14.mode;
if(typeof data15 !== "string"){
const err12 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/tls/mode",schemaPath:"#/definitions/policy/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((((data15 === "DISABLE") || (data15 === "SIMPLE")) || (data15 === "MUTUAL")) || (data15 === "ISTIO_MUTUAL"))){
const err13 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/tls/mode",schemaPath:"#/definitions/policy/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema30.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/tls",schemaPath:"#/definitions/policy/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data13.portLevelSettings !== undefined){
let data16 = data13.portLevelSettings;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.tls !== undefined){
let data18 = data17.tls;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.mode !== undefined){
let data19 = data18.mode;
if(typeof data19 !== "string"){
const err15 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/portLevelSettings/" + i3+"/tls/mode",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!((((data19 === "DISABLE") || (data19 === "SIMPLE")) || (data19 === "MUTUAL")) || (data19 === "ISTIO_MUTUAL"))){
const err16 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/portLevelSettings/" + i3+"/tls/mode",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema30.properties.portLevelSettings.items.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/portLevelSettings/" + i3+"/tls",schemaPath:"#/definitions/policy/properties/portLevelSettings/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/portLevelSettings/" + i3,schemaPath:"#/definitions/policy/properties/portLevelSettings/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy/portLevelSettings",schemaPath:"#/definitions/policy/properties/portLevelSettings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/subsets/" + i2+"/trafficPolicy",schemaPath:"#/definitions/policy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/subsets/" + i2,schemaPath:"#/properties/spec/properties/subsets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/spec/subsets",schemaPath:"#/properties/spec/properties/subsets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

export const gateway = validate21;
const schema32 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/gateway.schema.json","title":"Gateway of the Gateway API","description":"The fields that rules read, with the types of gateway.networking.k8s.io/v1.","type":"object","properties":{"spec":{"type":"object","properties":{"gatewayClassName":{"type":"string"}}}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/gateway.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.gatewayClassName !== undefined){
if(typeof data0.gatewayClassName !== "string"){
const err0 = {instancePath:instancePath+"/spec/gatewayClassName",schemaPath:"#/properties/spec/properties/gatewayClassName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const istioOperator = validate22;
const schema33 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/istio-operator.schema.json","title":"IstioOperator","description":"The switches that rules read, with the types of install.istio.io/v1alpha1.","type":"object","properties":{"spec":{"type":"object","properties":{"profile":{"type":"string"},"components":{"type":"object","properties":{"cni":{"$ref":"#/definitions/switched"},"ztunnel":{"$ref":"#/definitions/switched"}}}}}},"definitions":{"switched":{"type":"object","properties":{"enabled":{"type":"boolean"}}}}};
const schema34 = {"type":"object","properties":{"enabled":{"type":"boolean"}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/istio-operator.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.profile !== undefined){
if(typeof data0.profile !== "string"){
const err0 = {instancePath:instancePath+"/spec/profile",schemaPath:"#/properties/spec/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.components !== undefined){
let data2 = data0.components;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.cni !== undefined){
let data3 = data2.cni;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.enabled !== undefined){
if(typeof data3.enabled !== "boolean"){
const err1 = {instancePath:instancePath+"/spec/components/cni/enabled",schemaPath:"#/definitions/switched/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/spec/components/cni",schemaPath:"#/definitions/switched/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data2.ztunnel !== undefined){
let data5 = data2.ztunnel;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.enabled !== undefined){
if(typeof data5.enabled !== "boolean"){
const err3 = {instancePath:instancePath+"/spec/components/ztunnel/enabled",schemaPath:"#/definitions/switched/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/spec/components/ztunnel",schemaPath:"#/definitions/switched/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/spec/components",schemaPath:"#/properties/spec/properties/components/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const networkPolicy = validate23;
const schema36 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/network-policy.schema.json","title":"NetworkPolicy of Kubernetes","description":"The fields that rules read, with the types of networking.k8s.io/v1. A null is as good as nothing; every other field is left alone.","type":"object","properties":{"spec":{"type":"object","properties":{"podSelector":{"$ref":"#/definitions/selector"},"policyTypes":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"ingress":{"type":"array","items":{"type":"object","properties":{"from":{"type":"array","items":{"$ref":"#/definitions/peer"}},"ports":{"type":"array","items":{"$ref":"#/definitions/port"}}}}},"egress":{"type":"array","items":{"type":"object","properties":{"to":{"type":"array","items":{"$ref":"#/definitions/peer"}},"ports":{"type":"array","items":{"$ref":"#/definitions/port"}}}}}}}},"definitions":{"selector":{"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string"}}}}}}},"peer":{"type":"object","properties":{"podSelector":{"$ref":"#/definitions/selector"},"namespaceSelector":{"$ref":"#/definitions/selector"},"ipBlock":{"type":"object","properties":{"cidr":{"type":"string"},"except":{"type":"array","items":{"type":"string"}}}}}},"port":{"type":"object","properties":{"protocol":{"type":"string"},"port":{"type":["integer","string"]},"endPort":{"type":"integer"}}}}};
const schema37 = {"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string"}}}}}}};
const schema41 = {"type":"object","properties":{"protocol":{"type":"string"},"port":{"type":["integer","string"]},"endPort":{"type":"integer"}}};
const schema38 = {"type":"object","properties":{"podSelector":{"$ref":"#/definitions/selector"},"namespaceSelector":{"$ref":"#/definitions/selector"},"ipBlock":{"type":"object","properties":{"cidr":{"type":"string"},"except":{"type":"array","items":{"type":"string"}}}}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.podSelector !== undefined){
let data0 = data.podSelector;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.matchLabels !== undefined){
let data1 = data0.matchLabels;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(typeof data1[key0] !== "string"){
const err0 = {instancePath:instancePath+"/podSelector/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/podSelector/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.matchExpressions !== undefined){
let data3 = data0.matchExpressions;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.key !== undefined){
if(typeof data4.key !== "string"){
const err2 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data4.operator !== undefined){
let data6 = data4.operator;
if(typeof data6 !== "string"){
const err3 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data6 === "In") || (data6 === "NotIn")) || (data6 === "Exists")) || (data6 === "DoesNotExist"))){
const err4 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema37.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data4.values !== undefined){
let data7 = data4.values;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(typeof data7[i1] !== "string"){
const err5 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/podSelector/matchExpressions/" + i0,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/podSelector/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/podSelector",schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.namespaceSelector !== undefined){
let data9 = data.namespaceSelector;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.matchLabels !== undefined){
let data10 = data9.matchLabels;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(typeof data10[key1] !== "string"){
const err10 = {instancePath:instancePath+"/namespaceSelector/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/namespaceSelector/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data9.matchExpressions !== undefined){
let data12 = data9.matchExpressions;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.key !== undefined){
if(typeof data13.key !== "string"){
const err12 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data13.operator !== undefined){
let data15 = data13.operator;
if(typeof data15 !== "string"){
const err13 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((((data15 === "In") || (data15 === "NotIn")) || (data15 === "Exists")) || (data15 === "DoesNotExist"))){
const err14 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema37.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data13.values !== undefined){
let data16 = data13.values;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
if(typeof data16[i3] !== "string"){
const err15 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/namespaceSelector/matchExpressions/" + i2,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/namespaceSelector/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/namespaceSelector",schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.ipBlock !== undefined){
let data18 = data.ipBlock;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.cidr !== undefined){
if(typeof data18.cidr !== "string"){
const err20 = {instancePath:instancePath+"/ipBlock/cidr",schemaPath:"#/properties/ipBlock/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data18.except !== undefined){
let data20 = data18.except;
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
if(typeof data20[i4] !== "string"){
const err21 = {instancePath:instancePath+"/ipBlock/except/" + i4,schemaPath:"#/properties/ipBlock/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/ipBlock/except",schemaPath:"#/properties/ipBlock/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/ipBlock",schemaPath:"#/properties/ipBlock/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/network-policy.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.podSelector !== undefined){
let data1 = data0.podSelector;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
if(typeof data2[key0] !== "string"){
const err0 = {instancePath:instancePath+"/spec/podSelector/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/spec/podSelector/matchLabels",schemaPath:"#/definitions/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key !== undefined){
if(typeof data5.key !== "string"){
const err2 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0+"/key",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err3 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data7 === "In") || (data7 === "NotIn")) || (data7 === "Exists")) || (data7 === "DoesNotExist"))){
const err4 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema37.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(typeof data8[i1] !== "string"){
const err5 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0+"/values",schemaPath:"#/definitions/selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/spec/podSelector/matchExpressions/" + i0,schemaPath:"#/definitions/selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/podSelector/matchExpressions",schemaPath:"#/definitions/selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec/podSelector",schemaPath:"#/definitions/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.policyTypes !== undefined){
let data10 = data0.policyTypes;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err10 = {instancePath:instancePath+"/spec/policyTypes/" + i2,schemaPath:"#/properties/spec/properties/policyTypes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((data11 === "Ingress") || (data11 === "Egress"))){
const err11 = {instancePath:instancePath+"/spec/policyTypes/" + i2,schemaPath:"#/properties/spec/properties/policyTypes/items/enum",keyword:"enum",params:{allowedValues: schema36.properties.spec.properties.policyTypes.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/spec/policyTypes",schemaPath:"#/properties/spec/properties/policyTypes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data0.ingress !== undefined){
let data12 = data0.ingress;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.from !== undefined){
let data14 = data13.from;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
if(!(validate24(data14[i4], {instancePath:instancePath+"/spec/ingress/" + i3+"/from/" + i4,parentData:data14,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/spec/ingress/" + i3+"/from",schemaPath:"#/properties/spec/properties/ingress/items/properties/from/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data13.ports !== undefined){
let data16 = data13.ports;
if(Array.isArray(data16)){
const len5 = data16.length;
for(let i5=0; i5<len5; i5++){
let data17 = data16[i5];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.protocol !== undefined){
if(typeof data17.protocol !== "string"){
const err14 = {instancePath:instancePath+"/spec/ingress/" + i3+"/ports/" + i5+"/protocol",schemaPath:"#/definitions/port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data17.port !== undefined){
let data19 = data17.port;
if((!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))) && (typeof data19 !== "string")){
const err15 = {instancePath:instancePath+"/spec/ingress/" + i3+"/ports/" + i5+"/port",schemaPath:"#/definitions/port/properties/port/type",keyword:"type",params:{type: schema41.properties.port.type},message:"must be integer,string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data17.endPort !== undefined){
let data20 = data17.endPort;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err16 = {instancePath:instancePath+"/spec/ingress/" + i3+"/ports/" + i5+"/endPort",schemaPath:"#/definitions/port/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/spec/ingress/" + i3+"/ports/" + i5,schemaPath:"#/definitions/port/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/ingress/" + i3+"/ports",schemaPath:"#/properties/spec/properties/ingress/items/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/spec/ingress/" + i3,schemaPath:"#/properties/spec/properties/ingress/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.egress !== undefined){
let data21 = data0.egress;
if(Array.isArray(data21)){
const len6 = data21.length;
for(let i6=0; i6<len6; i6++){
let data22 = data21[i6];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.to !== undefined){
let data23 = data22.to;
if(Array.isArray(data23)){
const len7 = data23.length;
for(let i7=0; i7<len7; i7++){
if(!(validate24(data23[i7], {instancePath:instancePath+"/spec/egress/" + i6+"/to/" + i7,parentData:data23,parentDataProperty:i7,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/egress/" + i6+"/to",schemaPath:"#/properties/spec/properties/egress/items/properties/to/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data22.ports !== undefined){
let data25 = data22.ports;
if(Array.isArray(data25)){
const len8 = data25.length;
for(let i8=0; i8<len8; i8++){
let data26 = data25[i8];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.protocol !== undefined){
if(typeof data26.protocol !== "string"){
const err22 = {instancePath:instancePath+"/spec/egress/" + i6+"/ports/" + i8+"/protocol",schemaPath:"#/definitions/port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data26.port !== undefined){
let data28 = data26.port;
if((!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))) && (typeof data28 !== "string")){
const err23 = {instancePath:instancePath+"/spec/egress/" + i6+"/ports/" + i8+"/port",schemaPath:"#/definitions/port/properties/port/type",keyword:"type",params:{type: schema41.properties.port.type},message:"must be integer,string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data26.endPort !== undefined){
let data29 = data26.endPort;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err24 = {instancePath:instancePath+"/spec/egress/" + i6+"/ports/" + i8+"/endPort",schemaPath:"#/definitions/port/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/egress/" + i6+"/ports/" + i8,schemaPath:"#/definitions/port/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/spec/egress/" + i6+"/ports",schemaPath:"#/properties/spec/properties/egress/items/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/egress/" + i6,schemaPath:"#/properties/spec/properties/egress/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const peerAuthentication = validate27;
const schema43 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/peer-authentication.schema.json","title":"PeerAuthentication of Istio","description":"The fields that rules read, with the types of the CRD security.istio.io/v1.","type":"object","properties":{"spec":{"type":"object","properties":{"selector":{"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}}}},"mtls":{"type":"object","properties":{"mode":{"type":"string","enum":["UNSET","DISABLE","PERMISSIVE","STRICT"]}}},"portLevelMtls":{"type":"object","additionalProperties":{"type":"object","properties":{"mode":{"type":"string","enum":["UNSET","DISABLE","PERMISSIVE","STRICT"]}}}}}}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://raw.githubusercontent.com/cilium-mesh-lint/cilium-mesh-lint/main/schemas/manifests/peer-authentication.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.selector !== undefined){
let data1 = data0.selector;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
if(typeof data2[key0] !== "string"){
const err0 = {instancePath:instancePath+"/spec/selector/matchLabels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/spec/selector/matchLabels",schemaPath:"#/properties/spec/properties/selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/spec/selector",schemaPath:"#/properties/spec/properties/selector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.mtls !== undefined){
let data4 = data0.mtls;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.mode !== undefined){
let data5 = data4.mode;
if(typeof data5 !== "string"){
const err3 = {instancePath:instancePath+"/spec/mtls/mode",schemaPath:"#/properties/spec/properties/mtls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data5 === "UNSET") || (data5 === "DISABLE")) || (data5 === "PERMISSIVE")) || (data5 === "STRICT"))){
const err4 = {instancePath:instancePath+"/spec/mtls/mode",schemaPath:"#/properties/spec/properties/mtls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema43.properties.spec.properties.mtls.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/spec/mtls",schemaPath:"#/properties/spec/properties/mtls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.portLevelMtls !== undefined){
let data6 = data0.portLevelMtls;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.mode !== undefined){
let data8 = data7.mode;
if(typeof data8 !== "string"){
const err6 = {instancePath:instancePath+"/spec/portLevelMtls/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/mode",schemaPath:"#/properties/spec/properties/portLevelMtls/additionalProperties/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((data8 === "UNSET") || (data8 === "DISABLE")) || (data8 === "PERMISSIVE")) || (data8 === "STRICT"))){
const err7 = {instancePath:instancePath+"/spec/portLevelMtls/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/mode",schemaPath:"#/properties/spec/properties/portLevelMtls/additionalProperties/properties/mode/enum",keyword:"enum",params:{allowedValues: schema43.properties.spec.properties.portLevelMtls.additionalProperties.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/portLevelMtls/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/portLevelMtls/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec/portLevelMtls",schemaPath:"#/properties/spec/properties/portLevelMtls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
